import { expect, it } from 'vitest'
import { timeText } from './time-text.ts'

it('the time of a line of the log is ISO text, to the millisecond, for times in any order', () => {
  for (const at of [0, 1_700_000_000_000, 1_700_000_000_000, 1_700_000_000_001, 0]) {
    expect(timeText(at)).toBe(new Date(at).toISOString())
  }
})
