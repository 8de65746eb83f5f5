import type { History } from '#contract/history.ts'
import { counted } from '#app/text/counted.ts'
import { durationOf } from '#app/text/duration.ts'
import { numberText } from '#app/text/number-text.ts'
import { RECENT_MS, recentChanges } from './recent-changes.ts'

/** A watch that starts anew misses a moment: so much of the time may be missing, in ms. */
const MISSED_MS = 300_000
const HOUR_MS = 3_600_000

/** How much of the time from `since` on (epoch ms) any mirror was watched, in ms. */
const watchedMs = ({ mirrors }: History, since: number): number => {
  let [total, end] = [0, since]
  const spans = mirrors.flatMap((mirror) => mirror.spans)
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    total += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return total
}

/**
 * How many problems began and ended in the last 12 hours. Of a night that nobody watched, "nothing" is no answer: how
 * much of it was watched is said.
 */
export const recentWords = (history: History): string => {
  const since = history.to - RECENT_MS
  const watched = watchedMs(history, since)
  if (watched === 0) return 'Not watched in the last 12 hours'
  const changes = recentChanges(history, since)
  const ended = changes.filter(({ what }) => what === 'ended').length
  const found =
    changes.length === 0
      ? 'Nothing'
      : `${counted(changes.length - ended, 'problem')} began, ${numberText(ended)} ended`
  return watched >= RECENT_MS - MISSED_MS
    ? `${found} in 12 hours`
    : // Whole hours, rounded down: no minute is called watched that was not.
      `${found}; watched ${durationOf(watched < HOUR_MS ? watched : watched - (watched % HOUR_MS))} of 12 hours`
}
