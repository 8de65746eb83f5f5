import { expect, it } from 'vitest'
import { durationOf } from './duration.ts'

it.each([
  [0, '0 seconds'],
  [400, '0 seconds'],
  [1000, '1 second'],
  [-90_000, '2 minutes'],
  [3_600_000, '1 hour'],
  [86_400_000 * 3, '3 days'],
])('%d ms are %s', (ms, words) => expect(durationOf(ms)).toBe(words))
