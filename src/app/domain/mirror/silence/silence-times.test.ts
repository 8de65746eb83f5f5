import { describe, expect, it } from 'vitest'
import { silenceEnd, silenceEndProblem, untilText } from './silence-times.ts'

/** Local times, wherever this runs. */
const at = (text: string): number => new Date(text).getTime()
const NOW = at('2026-11-27T13:20:30')
const DAY_MS = 86_400_000

describe('the end of a silence', () => {
  it.each([
    ['hour', '', at('2026-11-27T14:20:30')],
    ['four-hours', '', at('2026-11-27T17:20:30')],
    ['tomorrow', '', at('2026-11-28T08:00:00')],
    ['chosen', '2026-12-01T06:30', at('2026-12-01T06:30:00')],
    ['chosen', '', null],
    ['chosen', 'tomorrow', null],
    ['chosen', '2026-13-40T99:99', null],
  ] as const)('by %s %j', (preset, chosen, end) => {
    expect(silenceEnd(preset, chosen, NOW)).toBe(end)
  })

  it('of tomorrow is the next morning, also on the last night of a year', () => {
    const night = at('2026-12-31T23:59:00')
    expect(silenceEnd('tomorrow', '', night)).toBe(at('2027-01-01T08:00:00'))
  })

  it.each([
    [null, 'Enter a date and a time.'],
    [NOW, 'Enter a time in the future.'],
    [NOW - 1, 'Enter a time in the future.'],
    [NOW + 1, null],
    [NOW + 30 * DAY_MS, null],
    [NOW + 30 * DAY_MS + 1, 'Enter a time within the next 30 days.'],
  ])('at %j: %j', (until, problem) => {
    expect(silenceEndProblem(until, NOW)).toBe(problem)
  })

  it.each([
    ['2026-11-27T14:00:00', '14:00'],
    ['2026-11-27T09:05:29', '09:05'],
    // Clocks are compared to a moment or so.
    ['2026-11-28T07:59:59', '2026-11-28 08:00'],
    ['2026-11-28T08:00:00', '2026-11-28 08:00'],
    ['2027-11-27T14:00:00', '2027-11-27 14:00'],
  ])('at %s is written "%s"', (until, text) => {
    expect(untilText(at(until), NOW)).toBe(text)
  })
})
