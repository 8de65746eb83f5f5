import { expect, it } from 'vitest'
import { mirrorNameOf } from './requested-name-of.ts'

it.each([
  ['Tokyo', 'Tokyo'],
  ['', '(no name)'],
  ['  \n ', '(no name)'],
  ['x'.repeat(4000), `${'x'.repeat(120)}…`],
])('a mirror called %j is named %j', (mirrorName, name) => expect(mirrorNameOf({ mirrorName })).toBe(name))
