import type { CoverageProject } from './coverage-rows.ts'
import type { Question } from './coverage-run.ts'

/**
 * What to ask, in this order: one repository of each project, which tells almost all since mirroring is chosen by
 * project; then the other repositories of projects that are open. Each repository is asked about at all mirrors in
 * turn, so that questions under way go to different mirrors.
 */
export const coverageQuestions = (
  projects: readonly CoverageProject[],
  open: ReadonlySet<string>,
  mirrorIds: readonly string[],
): readonly Question[] => {
  const samples = projects.flatMap(({ repositories }) => repositories.slice(0, 1))
  const others = projects.flatMap(({ id, repositories }) => (open.has(id) ? repositories.slice(1) : []))
  return [...samples, ...others].flatMap(({ id: repositoryId }) =>
    mirrorIds.map((mirrorId) => ({ repositoryId, mirrorId })),
  )
}
