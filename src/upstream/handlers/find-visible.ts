import type { Exchange } from '#upstream/exchange.ts'
import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { ProjectRecord } from '#upstream/records/project-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { noSuchMirror, noSuchProject, noSuchRepository, notPermitted } from '#upstream/rest-failure.ts'
import { canSeeProject } from '#upstream/visibility.ts'

/**
 * The project with this id.
 *
 * @throws RestFailure 404 when there is none, 401 when the caller may not see it.
 */
export const findProject = ({ world, caller }: Exchange, id: string): ProjectRecord => {
  const project = world.catalogue.findProject(id)
  if (!project) throw noSuchProject(id)
  if (!canSeeProject(caller, project)) throw notPermitted()
  return project
}

/**
 * The repository with this id.
 *
 * @throws RestFailure 404 when there is none, 401 when the caller may not see it.
 */
export const findRepository = ({ world, caller }: Exchange, id: string): RepositoryRecord => {
  const repository = world.catalogue.findRepository(id)
  if (!repository) throw noSuchRepository(id)
  if (!canSeeProject(caller, repository.project)) throw notPermitted()
  return repository
}

/**
 * The mirror with this id.
 *
 * @throws RestFailure 404 when there is none.
 */
export const findMirror = ({ world }: Exchange, id: string): MirrorRecord => {
  const mirror = world.mirrors.find((mirror) => mirror.id === id)
  if (!mirror) throw noSuchMirror(id)
  return mirror
}
