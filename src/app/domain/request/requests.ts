import { queryOptions } from '@tanstack/react-query'
import type { RequestState } from '#contract/mirroring-request.ts'
import { call } from '#app/api/client.ts'
import { pagedListOptions } from '#app/api/paged-list.ts'
import { keptRequest } from './kept-request.ts'

/** Keys of everything about mirroring requests. */
export const requestKeys = {
  all: ['requests'] as const,
  list: (state: RequestState | null) => [...requestKeys.all, 'list', state ?? 'ALL'] as const,
  one: (requestId: string) => [...requestKeys.all, 'one', requestId] as const,
}

/** Mirroring requests in one state, or in all of them. Fresh for 10 s: someone else may be deciding too. */
export const requestsQuery = (state: RequestState | null) =>
  pagedListOptions({
    queryKey: requestKeys.list(state),
    fetchPage: async (page, signal) => {
      const answer = await call('listRequests', { query: { ...page, state: state ?? undefined } }, signal)
      return { ...answer, values: answer.values.map(keptRequest) }
    },
    staleTime: 10_000,
  })

/** One mirroring request. */
export const requestQuery = (mirroringRequestId: string) =>
  queryOptions({
    queryKey: requestKeys.one(mirroringRequestId),
    queryFn: ({ signal }) => call('getRequest', { parameters: { mirroringRequestId } }, signal),
    staleTime: 10_000,
  })
