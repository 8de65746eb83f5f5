import type { LagStore } from '#gateway/watch/store/lag-store.ts'
import type { OpenLag } from './open-lag.ts'

/**
 * The longest time between two looks at a repository, in ms: a few rounds. A change after a longer one could have been
 * made at any time of it, and "at most five hours" would be said of a mirror that took seconds.
 */
const MAX_UNSEEN_MS = 300_000

/**
 * Looks at each repository once. Where its content has changed, the change begins for every mirror at the time of the
 * look before, when it was not made yet: so what is measured from there is never too short.
 *
 * @returns how many questions it asked.
 */
export const lookAtCanaries = async (
  repositoryIds: readonly string[],
  mirrorIds: readonly string[],
  {
    lag,
    readHash,
    now,
  }: {
    readonly lag: Pick<LagStore, 'canaries' | 'keepCanary' | 'keepOpen'>
    /** `null` where it is not known. */
    readonly readHash: (repositoryId: string) => Promise<string | null>
    /** Epoch ms. */
    readonly now: () => number
  },
): Promise<number> => {
  const known = await lag.canaries()
  await Promise.all(
    repositoryIds.map(async (repositoryId) => {
      // What Bitbucket answers was so when it was asked, or later.
      const at = now()
      const hash = await readHash(repositoryId).catch(() => null)
      if (hash === null) return
      const before = known.get(repositoryId)
      if (before !== undefined && before.hash !== hash && at - before.at <= MAX_UNSEEN_MS) {
        const change = {
          kind: 'pending',
          repositoryId,
          projectId: '',
          at: before.at,
          toldAt: before.at,
        } as const
        await lag.keepOpen(mirrorIds.map((mirrorId): OpenLag => ({ ...change, mirrorId })))
      }
      await lag.keepCanary(repositoryId, hash, at)
    }),
  )
  return repositoryIds.length
}
