import { expect, it } from 'vitest'
import { mixesAlphabets } from './mixes-alphabets.ts'

it.each([
  ['Virginia', false],
  ['V\u0456rgini\u0430', true],
  ['\u039Fslo', true],
  ['Москва', false],
  ['東京 office', false],
  ['', false],
])('%j mixes alphabets: %s', (text, mixes) => expect(mixesAlphabets(text)).toBe(mixes))
