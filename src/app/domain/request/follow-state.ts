import type { MirrorServer } from '#contract/mirror-server.ts'
import { type Listing, presenceIn } from '#app/api/presence.ts'
import type { FollowedMirror } from './followed-mirrors.ts'

/** How a followed mirror does. */
export type FollowState = 'waiting' | 'seen' | 'overdue' | 'gone'

/** After this long, in ms, waiting is over: a mirror that is up reports within seconds. */
const OVERDUE_MS = 600_000

/**
 * How a followed mirror does, by the list of mirrors.
 *
 * @param mirrors `undefined` while there is no list that was read after the mirror was accepted.
 * @param now this browser's time, epoch ms.
 */
export const followStateOf = (
  { mirrorId, seenBefore, since }: FollowedMirror,
  mirrors: Listing<MirrorServer> | undefined,
  now: number,
): FollowState => {
  const mirror = mirrors?.rows.find(({ id }) => id === mirrorId)
  const seen = mirror?.lastSeenDate ?? null
  if (seen !== null && seen !== seenBefore) return 'seen'
  if (mirrors !== undefined && presenceIn(mirrors, mirrorId) === 'absent') return 'gone'
  return now - since > OVERDUE_MS ? 'overdue' : 'waiting'
}

/** How long until the list is read again, in ms: often at first, when something is to be expected, then rarely. */
export const followIntervalOf = (since: number, now: number): number => (now - since < 60_000 ? 5000 : 20_000)
