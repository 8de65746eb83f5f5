import { queryOptions } from '@tanstack/react-query'
import type { Page } from '#contract/page.ts'
import type { Repository } from '#contract/repository.ts'
import { call } from '#app/api/client.ts'
import { shareRepeated } from './share-repeated.ts'
import { type PageParam, readWholeList, pagedListOptions } from '#app/api/paged-list.ts'

/** Keys of everything about repositories. */
export const repositoryKeys = {
  all: ['repositories'] as const,
  list: () => [...repositoryKeys.all, 'list'] as const,
  visible: () => [...repositoryKeys.all, 'visible'] as const,
  found: (question: RepositoryQuestion) => [...repositoryKeys.all, 'found', question] as const,
  ofKey: (projectKey: string) => [...repositoryKeys.all, 'of-key', projectKey.toLowerCase()] as const,
  one: (repoId: string) => [...repositoryKeys.all, 'one', repoId] as const,
  mirrors: (repoId: string) => [...repositoryKeys.all, 'mirrors', repoId] as const,
  allAvailability: () => [...repositoryKeys.all, 'availability'] as const,
  availability: (repoId: string, mirrorId: string) =>
    [...repositoryKeys.allAvailability(), repoId, mirrorId] as const,
}

type Search = { readonly name?: string; readonly projectkey?: string }

/** One page of Bitbucket's search, which every user may ask. */
const searchPage = async (search: Search, page: PageParam, signal: AbortSignal): Promise<Page<Repository>> =>
  shareRepeated(
    // Without `archived`, what is archived would be missing (OpenAPI 9.4), though it can be cloned like the rest.
    await call('searchRepositories', { query: { ...page, ...search, archived: 'ALL' } }, signal),
  )

/** All repositories that the account may see, without hashes: what the search finds when nothing is searched for. */
export const visibleRepositoriesQuery = pagedListOptions({
  queryKey: repositoryKeys.visible(),
  fetchPage: (page, signal) => searchPage({}, page, signal),
  staleTime: 60_000,
})

/** All repositories with hashes and default branches, for those who may list them. */
export const repositoryListQuery = pagedListOptions({
  queryKey: repositoryKeys.list(),
  fetchPage: async (page, signal) =>
    shareRepeated(await call('listRepositories', { query: { ...page, includeDefaultBranch: true } }, signal)),
  staleTime: 60_000,
})

/** All repositories of the project with this key, without hashes: a project has few, so they are read to the end. */
export const repositoriesOfKeyQuery = (projectkey: string) =>
  queryOptions({
    queryKey: repositoryKeys.ofKey(projectkey),
    queryFn: ({ signal }) => readWholeList((page) => searchPage({ projectkey }, page, signal)),
    staleTime: 60_000,
  })

/** A question to Bitbucket's search: what the name holds, or the whole key of the project. */
export type RepositoryQuestion = { readonly name: string } | { readonly projectkey: string }

/** So many rows of an answer are enough to be seen at once. */
const FIRST_FOUND = 100

/** The first page of what Bitbucket's search finds. Fresh for a minute: names change rarely. */
export const foundRepositoriesQuery = (question: RepositoryQuestion) =>
  queryOptions({
    queryKey: repositoryKeys.found(question),
    queryFn: ({ signal }) => searchPage(question, { start: 0, limit: FIRST_FOUND }, signal),
    staleTime: 60_000,
  })

/** One repository with its hashes and default branch. */
export const repositoryQuery = (repoId: string) =>
  queryOptions({
    queryKey: repositoryKeys.one(repoId),
    queryFn: ({ signal }) =>
      call('getRepository', { parameters: { repoId }, query: { includeDefaultBranch: true } }, signal),
    staleTime: 30_000,
  })

/**
 * The mirrors that the upstream lists for a repository: all of them, which says nothing about where it is. The
 * signed links are dropped here; the gateway reads its own, so that no link reaches cache or screen.
 */
export const repositoryMirrorsQuery = (repoId: string) =>
  queryOptions({
    queryKey: repositoryKeys.mirrors(repoId),
    queryFn: ({ signal }) =>
      readWholeList(async (query) => {
        const page = await call('listRepositoryMirrors', { parameters: { repoId }, query }, signal)
        return { ...page, values: page.values.map(({ mirrorServer }) => mirrorServer) }
      }),
    staleTime: 30_000,
  })
