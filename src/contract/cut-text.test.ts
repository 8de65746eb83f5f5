import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from './cut-text.ts'

describe('a text that is too long is cut between characters as people see them', () => {
  it.each([
    ['letters', 'Dublin', 3, 'Dub'],
    ['a text that fits', 'Dublin', 6, 'Dublin'],
    ['nothing', '', 0, ''],
    ['no room', 'Dublin', 0, ''],
    ['a letter beyond the first plane', 'ab𝐃c', 3, 'ab'],
    ['a letter and its accent', 'Sa\u0303o', 2, 'S'],
    ['a letter with two accents', 'ae\u0302\u0301', 3, 'a'],
    ['a family of four', 'ab👨‍👩‍👧‍👦', 9, 'ab'],
    ['a tone of skin', 'a👍🏽', 3, 'a'],
    ['a flag', 'a🇮🇪', 3, 'a'],
    ['the second of two flags', '🇮🇪🇫🇷', 6, '🇮🇪'],
    ['a flag of a region', 'a🏴󠁧󠁢󠁳󠁣󠁴󠁿', 9, 'a'],
    ['a keycap', 'a1️⃣', 2, 'a'],
    ['a heart with its selector', 'a❤️b', 2, 'a'],
    ['a syllable in parts', 'a\u1112\u1161\u11AB', 3, 'a'],
    ['a vowel sign', 'aकि', 2, 'a'],
    ['a line break of two', 'a\r\nb', 2, 'a'],
    ['a Thai vowel that belongs to the letter before', 'aกำ', 2, 'a'],
    ['marks without end', `Z${'\u0300'.repeat(60)}`, 10, `Z${'\u0300'.repeat(9)}`],
    ['marks without end after a letter', `aZ${'\u0300'.repeat(60)}`, 10, 'a'],
    ['half a pair', '𝐃', 1, ''],
    ['half a pair that came so', '\uD835\uD835', 1, ''],
  ])('%s', (_what, text, most, expected) => expect(cutText(text, most)).toBe(expected))

  it('whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat({ max: 20 }), (text, most) => {
        const cut = cutText(text, most)
        expect(text.startsWith(cut)).toBe(true)
        expect(cut.length).toBeLessThanOrEqual(most)
        expect(cut.isWellFormed()).toBe(true)
      }),
    )
  })
})
