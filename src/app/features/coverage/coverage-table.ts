import { utcOf } from '#app/ui/age.ts'
import { cellWords } from './cell-state.ts'
import { type Answers, cellsOf, type CoverageRow } from './coverage-rows.ts'
import type { CoverageRun } from './coverage-run.ts'
import { coverageVerdict, verdictWords } from './coverage-verdict.ts'

/** The rows as a table for CSV: what is known of each mirror, and when it was asked first. Holds no links. */
export const coverageTable = (
  rows: readonly CoverageRow[],
  mirrors: readonly { readonly id: string; readonly name: string }[],
  answers: Answers & Pick<CoverageRun, 'at'>,
): readonly (readonly string[])[] => {
  const ids = mirrors.map(({ id }) => id)
  const head = ['Project', 'Repository', 'Coverage', 'Asked since', ...mirrors.map(({ name }) => name)]
  const lines = rows.map((row) => {
    const cells = cellsOf(row, ids, answers)
    const repositories = row.kind === 'repository' ? [row.repository] : row.project.repositories
    const times = repositories.flatMap(({ id }) =>
      ids.flatMap((mirrorId) => answers.at(id, mirrorId)?.at ?? []),
    )
    return [
      row.project.name,
      row.kind === 'repository' ? row.repository.name : '',
      verdictWords[coverageVerdict(cells)],
      times.length === 0 ? '' : utcOf(Math.min(...times)),
      ...cells.map((cell) => cellWords[cell].word),
    ]
  })
  return [head, ...lines]
}
