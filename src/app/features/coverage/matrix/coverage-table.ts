import { utcOf } from '#app/text/age.ts'
import { cellWords, stateOf } from '#app/domain/coverage/cell-state.ts'
import type { CoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'
import { type CoverageMatrix, oldestAnswer } from './coverage-matrix.ts'
import { codesOf, rowAt, spanOf, verdictOf } from './coverage-rows.ts'
import { rowVerdictWord } from './row-verdict.ts'

/** The rows as a table for CSV: what is known of each mirror, and when it was asked first. Holds no links. */
export const coverageTable = (
  matrix: CoverageMatrix,
  rows: Int32Array,
  mirrors: readonly { readonly id: string; readonly name: string }[],
  answers: CoverageAnswers,
): readonly (readonly string[])[] => {
  const columns = answers.columnsOf(mirrors.map(({ id }) => id))
  const head = ['Project', 'Repository', 'Coverage', 'Asked since', ...mirrors.map(({ name }) => name)]
  const lines = [...rows].flatMap((number) => {
    const row = rowAt(matrix, number)
    if (row === undefined) return []
    const codes = codesOf(matrix, row, columns, answers)
    const since = oldestAnswer(matrix, spanOf(matrix, row), columns, answers)
    return [
      [
        row.project.name,
        row.kind === 'repository' ? row.repository.name : '',
        rowVerdictWord(verdictOf(row, codes)),
        since === null ? '' : utcOf(since),
        ...Array.from(codes, (code) => cellWords[stateOf(code)].word),
      ],
    ]
  })
  return [head, ...lines]
}
