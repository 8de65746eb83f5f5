import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf, plainOf } from './hidden-characters.ts'

const hidden = (codePoint: string, count: number) => ({ kind: 'hidden', codePoint, count })

describe('hidden characters', () => {
  it.each([
    ['right-to-left override', 'eu\u202Emirror', 'eu[U+202E]mirror'],
    ['zero-width space', 'eu\u200Bmirror', 'eu[U+200B]mirror'],
    ['soft hyphen', 'eu\u00ADmirror', 'eu[U+00AD]mirror'],
    ['line break', 'eu\nmirror', 'eu[U+000A]mirror'],
    ['tag character', 'eu\u{E0041}', 'eu[U+E0041]'],
    ['Hangul filler', 'eu\u3164', 'eu[U+3164]'],
    ['blank of Braille', 'eu\u2800mirror', 'eu[U+2800]mirror'],
    ['joiner of graphemes', 'eu\u034Fmirror', 'eu[U+034F]mirror'],
    ['selector of a variant after a letter', 'eu\uFE0Fmirror', 'eu[U+FE0F]mirror'],
    ['byte order mark', '\uFEFFeu', '[U+FEFF]eu'],
    ['a tower of marks', `e${'\u0301'.repeat(5)}u`, 'e\u0301\u0301\u0301[U+0301][U+0301]u'],
  ])('are spelt out: %s', (_name, text, expected) => expect(plainOf(text)).toBe(expected))

  it.each(['eu-west', 'Zürich 1', '東京ミラー', 'مرآة', 'e\u0301\u0302', 'mirror 🪞', 'eu ❤️ 1️⃣'])(
    'are not seen where there are none: %s',
    (text) => expect(piecesOf(text)).toEqual([{ kind: 'plain', text }]),
  )

  it('that follow themselves are one piece with their number', () => {
    expect(piecesOf(`e${'\u0300'.repeat(99)}u\u200B\u200D\u200B`)).toEqual([
      { kind: 'plain', text: 'e\u0300\u0300\u0300' },
      hidden('U+0300', 96),
      { kind: 'plain', text: 'u' },
      hidden('U+200B', 1),
      hidden('U+200D', 1),
      hidden('U+200B', 1),
    ])
  })

  it('lose nothing that can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = piecesOf(text).flatMap((piece) => (piece.kind === 'plain' ? [piece.text] : []))
        const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu
        expect(plain.join('').replaceAll(unseen, '')).toBe(text.replaceAll(unseen, ''))
      }),
    )
  })
})
