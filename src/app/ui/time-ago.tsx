import type { Instant } from '#contract/instant.ts'
import { ageOf, utcOf } from './age.ts'
import { useNow } from './use-now.ts'

/**
 * An instant: relative first, absolute UTC on hover, or both with `both`.
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
  if (instant === null) return <span>{unknown}</span>
  return (
    <time dateTime={new Date(instant).toISOString()} title={utcOf(instant)}>
      {ageOf(instant, now)}
      {both ? ` (${utcOf(instant)})` : null}
    </time>
  )
}
