import { expect, it } from 'vitest'
import { localTimeOf } from './local-time.ts'

const NOON = Date.UTC(2026, 10, 23, 12, 0, 5)

it.each([
  ['UTC', /^2026-11-23 12:00:05 (?:GMT|UTC)(?:\+0)?$/],
  ['Europe/Berlin', /^2026-11-23 13:00:05 (?:GMT|UTC)\+1$/],
  ['Asia/Kolkata', /^2026-11-23 17:30:05 (?:GMT|UTC)\+5:30$/],
  ['Pacific/Marquesas', /^2026-11-23 02:30:05 (?:GMT|UTC)[-−]9:30$/],
  ['Pacific/Kiritimati', /^2026-11-24 02:00:05 (?:GMT|UTC)\+14$/],
])('a place in %s reads %s', (zone, text) => expect(localTimeOf(NOON, zone)).toMatch(text))
