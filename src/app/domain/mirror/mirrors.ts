import { queryOptions } from '@tanstack/react-query'
import { call } from '#app/api/client.ts'
import { readWholeList } from '#app/api/paged-list.ts'

/** Keys of everything about mirror servers. */
export const mirrorKeys = {
  all: ['mirrors'] as const,
  list: () => [...mirrorKeys.all, 'list'] as const,
  one: (mirrorId: string) => [...mirrorKeys.all, 'one', mirrorId] as const,
}

/** All mirror servers. Fresh for 10 s: heartbeats move `lastSeenDate` all the time. */
export const mirrorsQuery = queryOptions({
  queryKey: mirrorKeys.list(),
  queryFn: ({ signal }) => readWholeList((query) => call('listMirrors', { query }, signal)),
  staleTime: 10_000,
})

/** One mirror server. */
export const mirrorQuery = (mirrorId: string) =>
  queryOptions({
    queryKey: mirrorKeys.one(mirrorId),
    queryFn: ({ signal }) => call('getMirror', { parameters: { mirrorId } }, signal),
    staleTime: 10_000,
  })
