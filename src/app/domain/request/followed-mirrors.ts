import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Instant } from '#contract/instant.ts'

/** A mirror that was accepted here and is watched until its first sign of life. */
export type FollowedMirror = {
  readonly mirrorId: string
  readonly name: string
  /** When Bitbucket had seen it last as it was accepted: one that joins again has been seen before. */
  readonly seenBefore: Instant
  /** Since when it is followed, by this browser's clock, epoch ms. */
  readonly since: number
}

/** The mirrors that are followed. Kept in the cache and nowhere else: it ends with the page, or with the session. */
export const followedMirrorsQuery = queryOptions<readonly FollowedMirror[]>({
  queryKey: ['followed-mirrors'],
  queryFn: () => [],
  initialData: [],
  enabled: false,
  staleTime: Infinity,
  gcTime: Infinity,
  meta: { isPolled: false },
})

/** Follows a mirror from now on. */
export const followMirror = (client: QueryClient, mirror: FollowedMirror): void => {
  client.setQueryData(followedMirrorsQuery.queryKey, (followed = []) => [
    ...followed.filter(({ mirrorId }) => mirrorId !== mirror.mirrorId),
    mirror,
  ])
}

/** Follows none of them any longer. */
export const unfollowMirrors = (client: QueryClient): void => {
  client.setQueryData(followedMirrorsQuery.queryKey, [])
}
