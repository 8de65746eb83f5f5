import { durationOf } from '#app/text/duration.ts'

/** Mirrors refuse signed links beyond this difference, in ms. Source: 30 s of tolerance on the link's times. */
const TOLERATED_MS = 30_000

/**
 * A mirror's clock in words when it differs by more than mirrors tolerate; `null` when it does not or is unknown.
 *
 * @param differenceMs the mirror's clock minus ours, in ms.
 */
export const clockText = (differenceMs: number | null): string | null => {
  if (differenceMs === null || Math.abs(differenceMs) <= TOLERATED_MS) return null
  return `clock ${durationOf(differenceMs)} ${differenceMs > 0 ? 'ahead' : 'behind'}`
}
