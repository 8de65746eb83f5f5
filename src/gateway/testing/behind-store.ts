import type { Watched } from '#gateway/watch/watched.ts'
import { reportedPush, reportedSync } from './lag-events.ts'
import { watchedStore } from './watched-store.ts'

const HOUR = 3_600_000

/** How far mirrors are to be behind now, in ms by their ids. */
type Behind = Readonly<Record<string, number>>

/**
 * A watch that does not look, and a store in memory by which mirrors are so far behind with repository 11, by what
 * Bitbucket reported of the first and by canaries for the second. Each had an earlier push to repository 12 after 20 s.
 */
export const behindStore = async (reported: Behind, sampled: Behind = {}): Promise<Watched> => {
  const now = Date.now()
  const ids = [...Object.keys(reported), ...Object.keys(sampled)]
  const watched = await watchedStore(
    Object.fromEntries(ids.map((id) => [id, [{ from: now - HOUR, to: now, verdict: 'healthy' as const }]])),
  )
  const { lag } = watched.store
  for (const [mirrorId, ms] of Object.entries(reported)) {
    await lag.addSync(reportedSync(mirrorId, 'first', now - HOUR, mirrorId))
    // Each with a project of its own, so that no other waits for it.
    await lag.addPush(reportedPush(`12`, now - 60_000 - ids.indexOf(mirrorId), mirrorId))
    await lag.addSync(reportedSync(mirrorId, '12', now - 40_000 - ids.indexOf(mirrorId), mirrorId))
    if (ms > 0) await lag.addPush(reportedPush('11', now - ms, mirrorId))
  }
  await lag.keepCanary('11', 'hash', now)
  for (const [mirrorId, ms] of Object.entries(sampled)) {
    const open = { kind: 'pending', mirrorId, projectId: 'sample' } as const
    const before = { ...open, repositoryId: '12', at: now - 60_000, toldAt: now - 60_000 }
    const last = { ...open, repositoryId: '11', at: now - ms, toldAt: now - ms }
    await lag.keepOpen(ms > 0 ? [before, last] : [before])
    await lag.end(before, now - 40_000, 20_000)
    if (ms > 0) await lag.confirm(last)
  }
  return watched
}
