import { utcOf } from '#app/text/age.ts'
import { cellWords, stateOf } from '#app/domain/coverage/cell-state.ts'
import type { CoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'
import type { ExportTable } from '#app/ui/table/export/export-table.ts'
import { type CoverageMatrix, oldestAnswer } from './coverage-matrix.ts'
import { codesOf, type CoverageRow, rowAt, spanOf, verdictOf } from './coverage-rows.ts'
import { rowVerdictWord } from './row-verdict.ts'

/** A row of the matrix with what is known of it. */
export type CoverageLine = {
  readonly row: CoverageRow
  /** The cells by code, one for each mirror. */
  readonly codes: Uint8Array
  readonly verdict: string
  /** When the first of the answers came, epoch ms; `null` without any. */
  readonly since: number | null
}

type Mirrors = readonly { readonly id: string; readonly name: string }[]

/** Rows of the matrix, with what each mirror said about them. */
export const coverageLines = (
  matrix: CoverageMatrix,
  rows: Int32Array,
  mirrors: Mirrors,
  answers: CoverageAnswers,
): readonly CoverageLine[] => {
  const columns = answers.columnsOf(mirrors.map(({ id }) => id))
  return Array.from(rows).flatMap((number) => {
    const row = rowAt(matrix, number)
    if (row === undefined) return []
    const codes = codesOf(matrix, row, columns, answers)
    const since = oldestAnswer(matrix, spanOf(matrix, row), columns, answers)
    return [{ row, codes, verdict: rowVerdictWord(verdictOf(row, codes)), since }]
  })
}

const repositoryOf = ({ row }: CoverageLine): string | null =>
  row.kind === 'repository' ? row.repository.name : null

const cellOf = ({ codes }: CoverageLine, at: number): string => cellWords[stateOf(codes[at] ?? 0)].word

/** The columns of a file: what is known of each mirror, and when it was asked first. Holds no links. */
export const coverageColumns = (mirrors: Mirrors): ExportTable<CoverageLine>['columns'] => [
  { id: 'project', header: 'Project', text: ({ row }) => row.project.name },
  { id: 'repository', header: 'Repository', text: repositoryOf },
  { id: 'coverage', header: 'Coverage', text: ({ verdict }) => verdict },
  {
    id: 'asked-since',
    header: 'Asked since',
    text: ({ since }) => (since === null ? null : utcOf(since)),
    value: ({ since }) => (since === null ? null : new Date(since).toISOString()),
  },
  ...mirrors.map(({ id, name }, at) => ({
    // Names can repeat.
    id: `mirror:${id}`,
    header: name,
    text: (line: CoverageLine) => cellOf(line, at),
    value: (line: CoverageLine) => (line.codes[at] ? cellOf(line, at) : null),
  })),
]
