import { expect, it } from 'vitest'
import { requestStateWords } from './request-state-words.ts'

it.each([
  ['PENDING', 'Pending', 0],
  ['ACCEPTED', 'Accepted', 1],
  ['REJECTED', 'Rejected', 2],
  ['EXPIRED', 'EXPIRED', 3],
  ['\u202EDETPECCA', '[U+202E]DETPECCA', 3],
  ['constructor', 'constructor', 3],
])('the state %j reads "%s" and sorts at %d', (state, word, rank) => {
  expect(requestStateWords(state)).toMatchObject({ word, rank })
})
