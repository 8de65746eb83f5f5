import { type InfiniteData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Page } from '#contract/page.ts'
import type { Repository } from '#contract/repository.ts'
import { call } from '#app/api/client.ts'
import { problemOf } from '#app/api/problem.ts'
import { shareRepeated } from './share-repeated.ts'
import { joinPages, type PageParam, readWholeList, pagedListOptions } from '#app/api/paged-list.ts'

/** Keys of everything about repositories. */
export const repositoryKeys = {
  all: ['repositories'] as const,
  list: () => [...repositoryKeys.all, 'list'] as const,
  search: (name: string, projectKey = '') => [...repositoryKeys.all, 'search', name, projectKey] as const,
  one: (repoId: string) => [...repositoryKeys.all, 'one', repoId] as const,
  mirrors: (repoId: string) => [...repositoryKeys.all, 'mirrors', repoId] as const,
  allAvailability: () => [...repositoryKeys.all, 'availability'] as const,
  availability: (repoId: string, mirrorId: string) =>
    [...repositoryKeys.allAvailability(), repoId, mirrorId] as const,
}

/** Repositories whose name holds `name`; every user may search. Fresh for a minute: names change rarely. */
export const repositorySearchQuery = (name: string, projectKey = '') =>
  pagedListOptions({
    queryKey: repositoryKeys.search(name, projectKey),
    fetchPage: async (page, signal) =>
      shareRepeated(
        await call(
          'searchRepositories',
          // Without it, what is archived would be missing (OpenAPI 9.4), though it can be cloned like the rest.
          {
            query: { ...page, name: name || undefined, projectkey: projectKey || undefined, archived: 'ALL' },
          },
          signal,
        ),
      ),
    staleTime: 60_000,
  })

/** All repositories with hashes and default branches, for those who may list them. */
const repositoryListQuery = pagedListOptions({
  queryKey: repositoryKeys.list(),
  fetchPage: async (page, signal) =>
    shareRepeated(await call('listRepositories', { query: { ...page, includeDefaultBranch: true } }, signal)),
  staleTime: 60_000,
})

/** Whether Bitbucket refused the list to this account, as far as the cache remembers: it is not asked again then. */
const isListRefused = (client: QueryClient): boolean => {
  const error = client.getQueryState(repositoryListQuery.queryKey)?.error ?? null
  return error !== null && problemOf(error).kind === 'not-permitted'
}

const isListWhole = (client: QueryClient): boolean => {
  const data = client.getQueryData<InfiniteData<Page<Repository>, PageParam>>(repositoryListQuery.queryKey)
  return data?.pages.at(-1)?.isLastPage === true && joinPages(data).fault === null
}

/**
 * Whether the rows come from the list, which alone has hashes: as long as nothing is searched for, or the list was read
 * to its end and can be searched here, and the account may read it. Else they come from Bitbucket's search.
 */
export const isListed = (client: QueryClient, search: string, projectKey: string): boolean =>
  !isListRefused(client) && ((search === '' && projectKey === '') || isListWhole(client))

/** Where the rows of the list come from. */
export const repositoriesQuery = (client: QueryClient, search: string, projectKey: string) =>
  isListed(client, search, projectKey) ? repositoryListQuery : repositorySearchQuery(search, projectKey)

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
