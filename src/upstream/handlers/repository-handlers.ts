import { pageOf } from '#upstream/paging.ts'
import type { Exchange } from '#upstream/exchange.ts'
import { replyWithJson } from '#upstream/reply.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { archivedFilterOf } from '#upstream/repository-search.ts'
import type { Rows } from '#upstream/rows.ts'
import { canSeeProject } from '#upstream/visibility.ts'
import { projectWire } from '#upstream/wire/project-wire.ts'
import { enrichedRepositoryWire, repositoryWire } from '#upstream/wire/repository-wire.ts'
import { findProject, findRepository } from './find-visible.ts'
import type { Handlers } from './handler.ts'

const asksForDefaultBranch = ({ query }: Exchange) => query.get('includeDefaultBranch') === 'true'

const enrichedPage = (exchange: Exchange, rows: Rows<RepositoryRecord>): Response => {
  const { caller, world, now } = exchange
  const withBranch = asksForDefaultBranch(exchange)
  return replyWithJson(
    pageOf(
      rows,
      exchange,
      (repository) => canSeeProject(caller, repository.project),
      (repository) =>
        enrichedRepositoryWire(world.life.repositoryAt(repository, now), world.settings.baseUrl, withBranch),
    ),
  )
}

/** Projects and repositories, with hashes where the mirroring operations add them. */
export const repositoryHandlers = {
  getProject: (exchange, { projectId }) =>
    replyWithJson(projectWire(findProject(exchange, projectId), exchange.world.settings.baseUrl)),
  listProjectRepositories: (exchange, { projectId }) =>
    enrichedPage(exchange, exchange.world.catalogue.repositoriesOf(findProject(exchange, projectId))),
  listRepositories: (exchange) => enrichedPage(exchange, exchange.world.catalogue.repositories),
  getRepository: (exchange, { repoId }) =>
    replyWithJson(
      enrichedRepositoryWire(
        exchange.world.life.repositoryAt(findRepository(exchange, repoId), exchange.now),
        exchange.world.settings.baseUrl,
        asksForDefaultBranch(exchange),
      ),
    ),
  listProjects: (exchange) =>
    replyWithJson(
      pageOf(
        exchange.world.catalogue.projects,
        exchange,
        (project) => canSeeProject(exchange.caller, project),
        (project) => projectWire(project, exchange.world.settings.baseUrl),
      ),
    ),
  searchRepositories: (exchange) => {
    const { world, caller, query } = exchange
    return replyWithJson(
      pageOf(
        // A caller without permissions finds nothing, so the search is skipped.
        caller?.permission === 'nothing'
          ? { size: 0, at: () => undefined }
          : world.search({
              name: query.get('name') ?? '',
              projectKey: query.get('projectkey') ?? '',
              projectName: query.get('projectname') ?? '',
              archived: archivedFilterOf(query.get('archived')),
            }),
        exchange,
        (repository) => canSeeProject(caller, repository.project),
        (repository) => repositoryWire(repository, world.settings.baseUrl),
      ),
    )
  },
} satisfies Partial<Handlers>
