import { queryOptions } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { call } from '#app/api/client.ts'
import { type PagedList, readWholeList } from '#app/api/paged-list.ts'
import { type SeenBefore, seenAfter } from '#health/seen-before.ts'

/** Keys of everything about mirror servers. */
export const mirrorKeys = {
  all: ['mirrors'] as const,
  list: () => [...mirrorKeys.all, 'list'] as const,
  one: (mirrorId: string) => [...mirrorKeys.all, 'one', mirrorId] as const,
}

/** All mirror servers, and when each was seen as far as was ever read. */
export type MirrorList = PagedList<MirrorServer> & { readonly seenBefore: readonly SeenBefore[] }

/** All mirror servers. Fresh for 10 s: heartbeats move `lastSeenDate` all the time. */
export const mirrorsQuery = queryOptions({
  queryKey: mirrorKeys.list(),
  queryFn: async ({ client, signal }): Promise<MirrorList> => {
    const list = await readWholeList((query) => call('listMirrors', { query }, signal))
    const before = client.getQueryData<MirrorList>(mirrorKeys.list())?.seenBefore ?? []
    return { ...list, seenBefore: seenAfter(before, list.rows, Date.now()) }
  },
  staleTime: 10_000,
})

/** One mirror server. */
export const mirrorQuery = (mirrorId: string) =>
  queryOptions({
    queryKey: mirrorKeys.one(mirrorId),
    queryFn: ({ signal }) => call('getMirror', { parameters: { mirrorId } }, signal),
    staleTime: 10_000,
  })
