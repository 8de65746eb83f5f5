import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { skeletonOf } from './look-alike.ts'

describe('texts that can be taken for one another have one skeleton', () => {
  it.each([
    ['Cyrillic letters', 'Virginia', 'V\u0456rgini\u0430'],
    ['Greek letters', 'Tokyo', '\u03A4\u03BF\u03BAy\u03BF'],
    ['a zero-width space', 'Dublin', 'Dub\u200Blin'],
    ['a right-to-left override', 'Dublin', 'Dub\u202Elin'],
    ['blanks', 'Build farm', ' Build\u00A0 farm\u3164'],
    ['letter case', 'Dublin', 'DUBLIN'],
    ['full-width letters', 'Dublin', '\uFF24\uFF55\uFF42\uFF4C\uFF49\uFF4E'],
    ['mathematical letters', 'Dublin', '\u{1D403}ublin'],
    ['accents', 'S\u00E3o Paulo', 'Sao Paulo'],
    ['digits for letters', 'Lima', 'L1ma'],
    ['a capital I for an l', 'Dublin', 'DubIin'],
    ['other dashes', 'eu-west', 'eu\u2013west'],
  ])('over %s', (_difference, honest, deceiving) => expect(skeletonOf(deceiving)).toBe(skeletonOf(honest)))

  it.each([
    ['Dublin', 'Berlin'],
    ['Oslo 10', 'Oslo 110'],
    ['東京', '大阪'],
    ['eu-west-1', 'eu-west-2'],
  ])('and honest names keep their own: %s, %s', (one, other) =>
    expect(skeletonOf(one)).not.toBe(skeletonOf(other)),
  )

  it('and plain names the same one as beside a character that is not seen', () => {
    const plain = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    })
    fc.assert(
      fc.property(plain, (text) => {
        expect(skeletonOf(text)).toBe(skeletonOf(`${text}\u200B`))
      }),
    )
  })

  it('and a skeleton is its own skeleton, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const skeleton = skeletonOf(text)
        expect(skeletonOf(skeleton)).toBe(skeleton)
      }),
    )
  })

  it('what shows nothing has an empty one', () => expect(skeletonOf('\u00A0\u2003\u3164\u200B')).toBe(''))
})
