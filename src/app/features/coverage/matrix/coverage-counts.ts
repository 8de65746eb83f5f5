import { isOld } from '#app/domain/coverage/answer-age.ts'
import type { CoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'
import type { Extent } from '#app/domain/coverage/extent-words.ts'
import { codesOfProject, type CoverageMatrix, oldestAnswer } from './coverage-matrix.ts'
import { projectVerdict } from './row-verdict.ts'

/** What is known of all projects together. */
export type CoverageCounts = Omit<Extent, 'isWhole'> & {
  readonly covered: number
  readonly sole: number
  readonly nowhere: number
  readonly empty: number
  /** When the oldest answer came, epoch ms; `null` without any. */
  readonly oldest: number | null
  /** Projects with answers that are old. */
  readonly old: number
}

/** Counts all projects by their verdict, whatever is shown. `now` is epoch ms. */
export const coverageCounts = (
  matrix: CoverageMatrix,
  columns: Int32Array,
  answers: Pick<CoverageAnswers, 'eachCode'>,
  now: number,
): CoverageCounts => {
  const counts = {
    covered: 0,
    sole: 0,
    nowhere: 0,
    empty: 0,
    unchecked: 0,
    unclear: 0,
    unreadable: 0,
    old: 0,
  }
  let oldest = Infinity
  for (const project of matrix.projects) {
    const codes = codesOfProject(matrix, project, columns, answers)
    const verdict = projectVerdict(project, codes)
    if (verdict !== 'open') counts[verdict] += 1
    // Without mirrors there is nothing that could have been asked.
    else if (codes.length === 0 || codes.includes(0)) counts.unchecked += 1
    else counts.unclear += 1
    const at = oldestAnswer(matrix, project, columns, answers)
    if (at === null) continue
    oldest = Math.min(oldest, at)
    if (isOld(at, now)) counts.old += 1
  }
  return { ...counts, total: matrix.projects.length, oldest: oldest === Infinity ? null : oldest }
}
