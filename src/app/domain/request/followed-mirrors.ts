import type { Instant } from '#contract/instant.ts'
import { personalStore } from '#app/browser/personal-store.ts'

/** A mirror that was accepted here and is watched until its first sign of life. */
export type FollowedMirror = {
  readonly mirrorId: string
  readonly name: string
  /** When Bitbucket had seen it last as it was accepted: one that joins again has been seen before. */
  readonly seenBefore: Instant
  /** Since when it is followed, by this browser's clock, epoch ms. */
  readonly since: number
}

/** The mirrors that are followed. It belongs to the person, and ends with the page. */
export const followedMirrors = personalStore<readonly FollowedMirror[]>([])

/** Follows a mirror from now on. */
export const followMirror = (mirror: FollowedMirror): void =>
  followedMirrors.set([
    ...followedMirrors.get().filter(({ mirrorId }) => mirrorId !== mirror.mirrorId),
    mirror,
  ])
