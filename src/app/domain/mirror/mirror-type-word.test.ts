import { expect, it } from 'vitest'
import { mirrorTypeWord } from './mirror-type-word.ts'

it.each([
  ['SINGLE', 'Single'],
  ['FARM', 'Farm'],
  ['SWARM', 'SWARM'],
  [null, 'not given'],
])('the type %j is shown as "%s"', (type, word) => expect(mirrorTypeWord(type)).toBe(word))
