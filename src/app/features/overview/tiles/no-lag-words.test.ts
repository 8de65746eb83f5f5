import { expect, it } from 'vitest'
import { noLagWords } from './no-lag-words.ts'

it.each([
  ['all are known', 0, 4, 'None'],
  ['nothing is known', 4, 4, 'Not known'],
  ['some are not known', 20, 29, 'None of 9 mirrors'],
  ['one is known', 3, 4, 'None of 1 mirror'],
])('no mirror is called behind, where %s', (_what, unknown, all, words) => {
  expect(noLagWords(unknown, all)).toBe(words)
})
