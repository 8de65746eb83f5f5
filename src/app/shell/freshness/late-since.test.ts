import { describe, expect, it } from 'vitest'
import { LATE_AFTER_MS, lateSince } from './late-since.ts'

describe('what is awaited', () => {
  it.each<[string, readonly number[], number, number | null]>([
    ['nothing is under way', [], 9e12, null],
    ['it is under way for less than five seconds', [1000], 1000 + LATE_AFTER_MS - 1, null],
    ['it is under way for five seconds', [1000], 1000 + LATE_AFTER_MS, 1000],
    ['the oldest of several counts', [4000, 1000, 5900], 6000, 1000],
    ['none of several is late', [4000, 5000], 6000, null],
    ['the clock was set back meanwhile', [1000], 500, null],
  ])('%s', (_when, startedAt, now, expected) => {
    expect(lateSince(startedAt, now)).toBe(expected)
  })
})
