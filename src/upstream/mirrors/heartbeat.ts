import type { MirrorRecord } from '#upstream/records/mirror-record.ts'

const FIRST_AFTER_MS = 3_000
const EVERY_MS = 10_000

/**
 * When a mirror was last seen, in epoch ms, or `null` before its first heartbeat: a function of the time and nothing
 * else. The date is written by the mirror's own clock, so that one that runs ahead is seen in the future; the vendor
 * does not say whose clock it is.
 */
export const lastSeenOf = (mirror: MirrorRecord, now: number): number | null => {
  const first = mirror.acceptedAt + FIRST_AFTER_MS
  const until = Math.min(now, mirror.silentSince ?? now)
  if (until < first) return null
  return first + Math.floor((until - first) / EVERY_MS) * EVERY_MS + mirror.clockSkewMs
}
