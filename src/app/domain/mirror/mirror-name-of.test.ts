import { expect, it } from 'vitest'
import { mirrorNameOf } from './mirror-name-of.ts'

it.each([
  ['Tokyo', 'Tokyo'],
  ['', '(no name)'],
  ['  \n ', '(no name)'],
  ['x'.repeat(4000), `${'x'.repeat(120)}…`],
])('a mirror called %j is named %j, also by its request', (called, name) => {
  expect(mirrorNameOf({ name: called })).toBe(name)
  expect(mirrorNameOf({ mirrorName: called })).toBe(name)
})
