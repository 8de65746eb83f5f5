import { CLOCK_TOLERANCE_MS } from '#contract/clock-tolerance.ts'
import { aheadOf } from '#app/text/duration.ts'

/**
 * Which clock the ages on a page use, where that is worth a sentence.
 *
 * @param offset how far the upstream's clock is ahead of this browser's, in ms; `null` when it is not known, and
 * `undefined` while it is being read.
 */
export const clockNote = (offset: number | null | undefined): string | null => {
  if (offset === undefined) return null
  if (offset === null) {
    return "Ages use this browser's clock because Bitbucket's could not be read."
  }
  if (Math.abs(offset) < CLOCK_TOLERANCE_MS) return null
  return `Bitbucket's clock is ${aheadOf(offset)} this browser's. Ages use Bitbucket's.`
}
