import { expect, it } from 'vitest'
import { clockText } from './clock-text.ts'

it.each([
  [null, null],
  [0, null],
  [30_000, null],
  [-30_000, null],
  [30_001, 'clock 30 seconds ahead'],
  [-45_000, 'clock 45 seconds behind'],
  [60_000, 'clock 1 minute ahead'],
  [7 * 60_000 + 800, 'clock 7 minutes ahead'],
  [-3 * 3_600_000, 'clock 3 hours behind'],
  [40 * 86_400_000, 'clock 40 days ahead'],
])('a difference of %s ms reads %j', (difference, words) => expect(clockText(difference)).toBe(words))
