import type { ProjectSamples } from '#app/domain/coverage/project-samples.ts'
import type { Questions } from '#app/domain/coverage/open-questions.ts'
import type { CoverageMatrix } from '#app/features/coverage/matrix/coverage-matrix.ts'

/**
 * What to ask, in this order: one repository of each project, which answers almost everything, since mirroring is chosen by
 * project; then the other repositories of projects that are open. Each repository is asked about at all mirrors in
 * turn, so that questions in progress go to different mirrors.
 */
export const coverageQuestions = (
  { projects, repositories }: CoverageMatrix,
  samples: Pick<ProjectSamples, 'of'>,
  open: ReadonlySet<string>,
  mirrorIds: readonly string[],
): Questions => ({
  projectIds: projects.map(({ id }) => id),
  repositoryIds: projects.flatMap(({ id, first, end }) => {
    if (!open.has(id)) return []
    const own = repositories.slice(first, end).map((repository) => repository.id)
    const known = samples.of(id)
    const sampleId = known?.kind === 'repository' ? known.id : own[0]
    return own.filter((repositoryId) => repositoryId !== sampleId)
  }),
  mirrorIds,
})

/** Lets a repository that was loaded anyway stand for its project, so that none has to be read for it. */
export const noteLoadedSamples = (
  { projects, repositories }: CoverageMatrix,
  samples: ProjectSamples,
  now: number,
): void => {
  for (const { id, first, end } of projects) {
    const loaded = repositories[first]
    if (end > first && loaded !== undefined && samples.of(id)?.kind !== 'repository') {
      samples.note(id, { kind: 'repository', id: loaded.id }, now)
    }
  }
}
