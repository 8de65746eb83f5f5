import { CLOCK_TOLERANCE_MS } from '#contract/clock-tolerance.ts'
import { durationOf } from '#app/text/duration.ts'

/**
 * A mirror's clock in words when it differs by more than mirrors tolerate; `null` when it does not or is unknown.
 *
 * @param differenceMs the mirror's clock minus ours, in ms.
 */
export const clockText = (differenceMs: number | null): string | null => {
  if (differenceMs === null || Math.abs(differenceMs) <= CLOCK_TOLERANCE_MS) return null
  return `clock ${durationOf(differenceMs)} ${differenceMs > 0 ? 'ahead' : 'behind'}`
}
