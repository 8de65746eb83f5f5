import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bucketEnd,
  bucketOf,
  histogramIn,
  histogramText,
  joined,
  type LagHistogram,
  quantileOf,
} from './lag-histogram.ts'

const histogramOf = (all: readonly number[]): LagHistogram =>
  joined(all.map((ms) => new Map([[bucketOf(ms), 1]])))

describe('times that were counted', () => {
  it.each([
    [0, 0],
    [999, 0],
    [1000, 1000],
    [1001, 1100],
    [60_000, 60_240],
  ])('of %i ms are told as %i', (ms, end) => {
    expect(bucketEnd(bucketOf(ms))).toBe(end)
  })

  it('say the time that a share of them stayed within, at most a tenth too high', () => {
    const time = fc.integer({ min: 1000, max: 30 * 86_400_000 })
    fc.assert(
      fc.property(fc.array(time, { minLength: 1 }), fc.constantFrom(0.5, 0.95), (all, share) => {
        const sorted = all.toSorted((one, other) => one - other)
        const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0
        const found = quantileOf(histogramOf(all), share) ?? -1
        expect(found).toBeGreaterThanOrEqual(exact - 1)
        expect(found).toBeLessThanOrEqual(exact * 1.1 + 1)
      }),
    )
  })

  it('say nothing where none was', () => {
    expect(quantileOf(new Map(), 0.5)).toBeNull()
    expect(quantileOf(histogramIn(''), 0.5)).toBeNull()
  })

  it('are the same after they were kept', () => {
    const histogram = histogramOf([0, 0, 2000, 5000, 1e9])
    expect(histogramIn(histogramText(histogram))).toEqual(histogram)
    expect(histogramIn('nonsense 3:x :')).toEqual(new Map())
  })
})
