import { describe, expect, it } from 'vitest'
import { nameDoubtsOf } from './name-doubts.ts'

const doubtsOf = (...names: readonly string[]) =>
  Object.fromEntries(nameDoubtsOf(names.map((name, index) => [String(index), name] as const)))

describe('names in a list', () => {
  it('that mix alphabets are marked, and so is the one they look like', () => {
    expect(doubtsOf('Virginia', 'V\u0456rgini\u0430', 'Dublin')).toEqual({
      0: 'Looks like another name',
      1: 'Mixed alphabets',
    })
  })

  it('that differ by letters of the same look only are both marked', () => {
    expect(doubtsOf('Dublin', 'DubIin')).toEqual({
      0: 'Looks like another name',
      1: 'Looks like another name',
    })
  })

  it('that are the same are not: the eye sees that', () => {
    expect(doubtsOf('Dublin', 'Dublin', 'Tokyo')).toEqual({})
  })

  it('that are in doubt as before give the very same answer', () => {
    const first = nameDoubtsOf([['1', '\u039Fslo']])
    expect(
      nameDoubtsOf(
        [
          ['1', '\u039Fslo'],
          ['2', 'Dublin'],
        ],
        first,
      ),
    ).toBe(first)
    expect(nameDoubtsOf([['2', '\u039Fslo']], first)).not.toBe(first)
  })

  it('that show nothing look like nothing', () => {
    expect(doubtsOf('', '\u200B', '\u3164')).toEqual({})
  })
})
