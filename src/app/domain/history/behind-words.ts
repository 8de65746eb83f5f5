import type { Behind } from '#contract/history.ts'
import { durationOf } from '#app/text/duration.ts'

/** A length of time in ms, as exact as it is known: canaries tell the most that it can be. */
export const lagWords = (kind: Behind['kind'], ms: number): string =>
  // Dates of events have seconds alone.
  `${kind === 'canary' ? 'at most ' : ''}${durationOf(Math.max(1000, ms))}`

/** How far a mirror is behind now. */
export const behindWords = (behind: Behind | null): string => {
  if (behind === null || behind.nowMs === null) return 'not known'
  if (behind.nowMs > 0) return lagWords(behind.kind, behind.nowMs)
  return behind.kind === 'canary' ? 'samples up to date' : 'up to date'
}
