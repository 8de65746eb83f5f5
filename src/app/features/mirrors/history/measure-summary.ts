import type { HistoryMeasure } from '#contract/history.ts'

/** What measures say together. */
export type MeasureSummary = {
  /** Mean of the steps' means, in ms. */
  readonly meanMs: number
  readonly longestMs: number
  /** The clock difference that was farthest from none, in ms; `null` when no answer said so. */
  readonly clockMs: number | null
}

/** What measures say together; `null` where the mirror never answered. */
export const measureSummary = (measures: readonly HistoryMeasure[]): MeasureSummary | null => {
  const means = measures.flatMap(({ tookMs }) => tookMs ?? [])
  if (means.length === 0) return null
  const clocks = measures.flatMap(({ clockDifferenceMs }) => clockDifferenceMs ?? [])
  return {
    meanMs: Math.round(means.reduce((sum, ms) => sum + ms, 0) / means.length),
    longestMs: measures.reduce((most, { longestMs }) => Math.max(most, longestMs ?? 0), 0),
    clockMs: clocks.reduce<number | null>(
      (farthest, ms) => (farthest === null || Math.abs(ms) > Math.abs(farthest) ? ms : farthest),
      null,
    ),
  }
}
