import { describe, expect, it } from 'vitest'
import { closingWord } from './closing-words.ts'

describe('a dialog that writes', () => {
  it.each([
    ['Cancel', 'nothing was sent', false, false],
    ['Done', 'the write ended', true, false],
    ['Close', 'it is not known what became of the write', false, true],
    ['Close', 'it is not known, and nothing is left to do', true, true],
  ])('is left by "%s" where %s', (word, _when, isOver, isUnknown) => {
    expect(closingWord(isOver, isUnknown)).toBe(word)
  })
})
