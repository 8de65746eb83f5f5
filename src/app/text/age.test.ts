import { describe, expect, it } from 'vitest'
import { ageOf, utcOf } from './age.ts'

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0)
const before = (seconds: number) => NOW - seconds * 1000

describe('an age', () => {
  it.each([
    [0, 'just now'],
    [1, '1 second ago'],
    [59, '59 seconds ago'],
    [60, '1 minute ago'],
    [3599, '59 minutes ago'],
    [3600, '1 hour ago'],
    [86_399, '23 hours ago'],
    [86_400, '1 day ago'],
    [86_400 * 59, '59 days ago'],
    [86_400 * 61, '2 months ago'],
    [86_400 * 365 * 3, '3 years ago'],
    [-90, 'in 1 minute'],
  ])('of %d s reads "%s"', (seconds, words) => expect(ageOf(before(seconds), NOW)).toBe(words))
})

it('an instant reads in UTC, to the second', () => expect(utcOf(NOW)).toBe('2026-11-23 12:00:00 UTC'))
