import { utcOf } from '#app/text/age.ts'
import { cellWords, stateOf } from '#app/domain/coverage/cell-state.ts'
import type { CoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'
import { type CoverageMatrix, repositoriesOf } from './coverage-matrix.ts'
import { codesOf, rowAt } from './coverage-rows.ts'
import { coverageVerdict, verdictWords } from '#app/domain/coverage/coverage-verdict.ts'

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
    const repositories = row.kind === 'repository' ? [row.repository] : repositoriesOf(matrix, row.project)
    const since = repositories.reduce(
      (least, { id }) =>
        mirrors.reduce((before, mirror) => Math.min(before, answers.at(id, mirror.id)?.at ?? before), least),
      Infinity,
    )
    return [
      [
        row.project.name,
        row.kind === 'repository' ? row.repository.name : '',
        verdictWords[coverageVerdict(codes)],
        since === Infinity ? '' : utcOf(since),
        ...Array.from(codes, (code) => cellWords[stateOf(code)].word),
      ],
    ]
  })
  return [head, ...lines]
}
