import { describe, expect, it } from 'vitest'
import type { HistoryMeasure } from '#contract/history.ts'
import { measureSummary } from './measure-summary.ts'

const measure = (tookMs: number | null, longestMs = tookMs, clockDifferenceMs: number | null = null) =>
  ({ at: 0, tookMs, longestMs, clockDifferenceMs }) satisfies HistoryMeasure

describe('measures together', () => {
  it.each<[readonly HistoryMeasure[], ReturnType<typeof measureSummary>]>([
    [[], null],
    [[measure(null), measure(null)], null],
    [[measure(10), measure(30, 90), measure(null)], { meanMs: 20, longestMs: 90, clockMs: null }],
    [
      [measure(10, 10, 400), measure(10, 10, -45_000), measure(10, 10, 30_000)],
      { meanMs: 10, longestMs: 10, clockMs: -45_000 },
    ],
  ])('say the mean, the longest and the clock that was farthest off', (measures, summary) => {
    expect(measureSummary(measures)).toEqual(summary)
  })
})
