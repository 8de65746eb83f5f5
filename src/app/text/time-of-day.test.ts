import { expect, it } from 'vitest'
import { timeOfDay } from './time-of-day.ts'

it.each([
  [new Date(2026, 10, 23, 12, 3, 10), '12:03:10'],
  [new Date(2026, 10, 23, 0, 0, 5), '00:00:05'],
])('%o reads %s', (date, text) => expect(timeOfDay(date.getTime())).toBe(text))
