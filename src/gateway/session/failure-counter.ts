import { createHmac, randomBytes } from 'node:crypto'

/** Counters in all. A key has one of them, by a hash that needs a secret of this process. */
const SLOTS = 65_536

/** Counts failures per key. */
export type FailureCounter = {
  /** Counts one attempt in advance. Returns 0, or the ms to wait where the limit is reached and nothing was counted. */
  take(key: string): number
  /** Takes one attempt back that was no failure. */
  giveBack(key: string): void
  /** Forgets the failures of a key: Bitbucket does so too after a right password. */
  clear(key: string): void
}

/**
 * At most `limit` failures per key within `windowMs`, counted from the first of them. An attempt counts before its result
 * is known, so attempts at the same time cannot pass the limit together. The memory is fixed: no key can push another
 * one out, and since the hash has a secret of this process, a client cannot choose a key that shares another's counter.
 * `now` is epoch ms.
 */
export const createFailureCounter = (options: {
  readonly limit: number
  readonly windowMs: number
  readonly now: () => number
}): FailureCounter => {
  const { limit, windowMs, now } = options
  const secret = randomBytes(32)
  const counts = new Uint16Array(SLOTS)
  const endsAt = new Float64Array(SLOTS)
  const slotOf = (key: string): number => createHmac('sha256', secret).update(key).digest().readUInt16BE(0)
  return {
    take: (key) => {
      const slot = slotOf(key)
      const at = now()
      if (at >= (endsAt[slot] ?? 0)) {
        counts[slot] = 0
        endsAt[slot] = at + windowMs
      }
      const count = counts[slot] ?? 0
      if (count >= limit) return (endsAt[slot] ?? at) - at
      counts[slot] = count + 1
      return 0
    },
    giveBack: (key) => {
      const slot = slotOf(key)
      counts[slot] = Math.max((counts[slot] ?? 0) - 1, 0)
    },
    clear: (key) => {
      counts[slotOf(key)] = 0
    },
  }
}
