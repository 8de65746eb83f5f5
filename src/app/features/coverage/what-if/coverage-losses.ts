import type { CoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'
import { isServingCode } from '#app/domain/coverage/coverage-verdict.ts'
import { type Loss, lossOf } from '#app/domain/coverage/loss.ts'
import type { ProjectLoss } from '#app/domain/coverage/losses.ts'
import {
  codesOfProject,
  codesOfRepository,
  type CoverageMatrix,
  type CoverageProject,
  type CoverageRepository,
  oldestAnswer,
} from '#app/features/coverage/matrix/coverage-matrix.ts'

/** What the simulation means for one repository of a project that is open. */
export type RepositoryLoss = {
  readonly project: CoverageProject
  readonly repository: CoverageRepository
  readonly loss: Loss
  readonly oldest: number | null
  /** Ids of the mirrors that go and serve it. */
  readonly servedBy: readonly string[]
}

/** What the simulation means: for every project, and for repositories of those that are open. */
export type CoverageLosses = {
  readonly projects: readonly (ProjectLoss & Pick<RepositoryLoss, 'servedBy'>)[]
  /** Those that were asked about by themselves and lose their last mirror, or may. */
  readonly repositories: readonly RepositoryLoss[]
}

/**
 * Judges every project, and the repositories of open ones, as if some mirrors were gone.
 *
 * @param mirrorIds all mirrors, also those that are gone.
 * @param isFleetWhole whether these are all there are.
 */
export const coverageLosses = (
  matrix: CoverageMatrix,
  answers: CoverageAnswers,
  {
    mirrorIds,
    gone,
    open,
    isFleetWhole,
  }: {
    readonly mirrorIds: readonly string[]
    readonly gone: ReadonlySet<string>
    readonly open: ReadonlySet<string>
    readonly isFleetWhole: boolean
  },
): CoverageLosses => {
  const columns = answers.columnsOf(mirrorIds)
  const isGone = Uint8Array.from(mirrorIds, (id) => (gone.has(id) ? 1 : 0))
  const judge = (codes: Uint8Array) => ({
    loss: lossOf(codes, isGone, isFleetWhole),
    servedBy: mirrorIds.filter((_id, index) => isGone[index] === 1 && isServingCode(codes[index] ?? 0)),
  })
  const projects = matrix.projects.map((project) => ({
    id: project.id,
    name: project.name,
    sample: project.sample,
    oldest: oldestAnswer(matrix, project, columns, answers),
    ...judge(codesOfProject(matrix, project, columns, answers)),
  }))
  const repositories = matrix.projects.flatMap((project) => {
    if (!open.has(project.id)) return []
    const places = Array.from({ length: project.end - project.first }, (_none, at) => project.first + at)
    return places.flatMap((first) => {
      const repository = matrix.repositories[first]
      if (repository === undefined) return []
      const judged = judge(codesOfRepository(repository.id, columns, answers))
      if (judged.loss === 'kept' || judged.loss === 'not-here') return []
      const oldest = oldestAnswer(matrix, { first, end: first + 1 }, columns, answers)
      return oldest === null ? [] : [{ project, repository, oldest, ...judged }]
    })
  })
  return { projects, repositories }
}
