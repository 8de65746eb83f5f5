import type { HistorySpan } from '#contract/history.ts'

/**
 * The longest time between two rounds that still belong together, in ms: one round may be lost. What lies between is
 * known only to be short; anything longer was not watched.
 */
export const MAX_BREAK_MS = 100_000

/** What becomes of a mirror's current span when it is seen again. */
export type SpanChange = {
  /** The span that ended; `null` when none did, or when it never was. */
  readonly ended: HistorySpan | null
  readonly current: HistorySpan
}

/**
 * Adds one sight of a mirror to its current span. Without a break, a span ends where the next one begins: that is when
 * the change was seen. A span that claims to lie in the future was written by a wrong clock: it ends at the present,
 * or, where it also began later, it is dropped.
 */
export const nextSpan = (current: HistorySpan | null, at: number, verdict: string): SpanChange => {
  const fresh: HistorySpan = { from: at, to: at, verdict }
  if (current === null || current.from > at) return { ended: null, current: fresh }
  const isBroken = at - current.to > MAX_BREAK_MS
  if (!isBroken && current.verdict === verdict) return { ended: null, current: { ...current, to: at } }
  return { ended: isBroken ? current : { ...current, to: at }, current: fresh }
}
