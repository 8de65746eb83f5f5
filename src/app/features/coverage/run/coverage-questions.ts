import type { Questions } from '#app/domain/coverage/open-questions.ts'
import type { CoverageMatrix } from '#app/features/coverage/matrix/coverage-matrix.ts'

/**
 * What to ask, in this order: one repository of each project, which answers almost everything, since mirroring is chosen by
 * project; then the other repositories of projects that are open. Each repository is asked about at all mirrors in
 * turn, so that questions in progress go to different mirrors.
 */
export const coverageQuestions = (
  { projects, repositories }: CoverageMatrix,
  open: ReadonlySet<string>,
  mirrorIds: readonly string[],
): Questions => {
  const samples = projects.flatMap(({ first }) => repositories[first]?.id ?? [])
  const others = projects.flatMap(({ id, first, end }) =>
    open.has(id) ? repositories.slice(first + 1, end).map((repository) => repository.id) : [],
  )
  return { repositoryIds: [...samples, ...others], mirrorIds }
}
