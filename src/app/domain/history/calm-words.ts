import type { HistorySpan } from '#contract/history.ts'
import { isKnown } from '#health/verdict-severity.ts'
import { verdictOfSpan } from './verdict-of-span.ts'

/**
 * What is to be said of a time without trouble. That nothing was wrong is said only where it was known all the time how
 * the mirror is; what nobody watched is said as such.
 */
export const calmWords = (spans: readonly HistorySpan[]): string => {
  if (spans.length === 0) return 'Not watched.'
  const isAllKnown = spans.every((span) => isKnown(verdictOfSpan(span)))
  return isAllKnown
    ? 'Nothing was wrong while watched.'
    : 'No problem found, but its state was not always known.'
}
