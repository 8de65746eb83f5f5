import { queryOptions } from '@tanstack/react-query'
import { PROBE_PATH, probeResult } from '#contract/probe.ts'
import { call, read, send } from './client.ts'
import { createTurns } from './turns.ts'
import { walkAll, walkOptions } from './walk.ts'

/** Keys of everything about repositories. */
export const repositoryKeys = {
  all: ['repositories'] as const,
  search: (name: string) => [...repositoryKeys.all, 'search', name] as const,
  one: (repoId: string) => [...repositoryKeys.all, 'one', repoId] as const,
  mirrors: (repoId: string) => [...repositoryKeys.all, 'mirrors', repoId] as const,
  availability: (repoId: string, mirrorId: string) =>
    [...repositoryKeys.all, 'availability', repoId, mirrorId] as const,
}

/** Repositories whose name holds `name`; every user may search. Fresh for a minute: names change rarely. */
export const repositorySearchQuery = (name: string) =>
  walkOptions({
    queryKey: repositoryKeys.search(name),
    fetchPage: (page, signal) =>
      call('searchRepositories', { query: { ...page, name: name === '' ? undefined : name } }, signal),
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
      walkAll(async (query) => {
        const page = await call('listRepositoryMirrors', { parameters: { repoId }, query }, signal)
        return { ...page, values: page.values.map(({ mirrorServer }) => mirrorServer) }
      }),
    staleTime: 30_000,
  })

/** Browsers open six connections to one server over HTTP/1.1: mirrors that hang must leave one for everything else. */
const takeTurn = createTurns(5)

/**
 * Asks one mirror about one repository through the gateway. Each pair is a query of its own, so that each has its
 * own clock, age and retry, and none waits for another. Not tried again by itself: the gateway already did.
 */
export const availabilityQuery = (repositoryId: string, mirrorId: string) =>
  queryOptions({
    queryKey: repositoryKeys.availability(repositoryId, mirrorId),
    queryFn: async ({ signal }) =>
      read(
        probeResult,
        await takeTurn(
          () =>
            send(
              {
                method: 'POST',
                target: PROBE_PATH,
                headers: { accept: 'application/json', 'content-type': 'application/json' },
                body: JSON.stringify({ mirrorId, repositoryId }),
              },
              signal,
            ),
          signal,
        ),
      ),
    staleTime: 30_000,
    retry: false,
    meta: { isPolled: false },
  })
