import type { Instant } from '#contract/instant.ts'
import { timeDisplay } from '#app/browser/time-display.ts'
import { ageOf, utcOf } from '#app/text/age.ts'
import { localTimeOf } from '#app/text/local-time.ts'
import { TICK_MS, useNow } from '#app/browser/use-now.ts'

/**
 * An instant: relative first, absolute on hover (UTC unless local time is preferred), or both with `both`.
 *
 * @param offsetMs how far the clock that made `instant` is ahead of this browser's, in ms.
 */
export const TimeAgo = ({
  instant,
  offsetMs = 0,
  unknown = 'unknown',
  both = false,
}: {
  instant: Instant
  offsetMs?: number
  unknown?: string
  both?: boolean
}) => {
  const now = useNow() + offsetMs
  const display = timeDisplay.use()
  if (instant === null) return <span>{unknown}</span>
  const absolute = display === 'utc' ? utcOf(instant) : localTimeOf(instant)
  return (
    <time dateTime={new Date(instant).toISOString()} title={absolute} data-both={both || undefined}>
      {/* What was read since the last tick is no news from the future. */}
      {ageOf(instant - now > TICK_MS ? instant : Math.min(instant, now), now)}
      {both ? ` (${absolute})` : null}
    </time>
  )
}
