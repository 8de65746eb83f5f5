import { expect, test } from 'vitest'
import { mirrorTypeWord } from './mirror-type-word.ts'

test.each([
  ['SINGLE', 'Single'],
  ['FARM', 'Farm'],
  ['SWARM', 'SWARM'],
  [null, 'not given'],
])('the type %j is told as "%s"', (type, word) => expect(mirrorTypeWord(type)).toBe(word))
