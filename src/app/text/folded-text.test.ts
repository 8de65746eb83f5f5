import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedText } from './folded-text.ts'

describe('two texts are the same for a search', () => {
  it.each([
    ['in any case', 'Payments API', 'PAYMENTS api'],
    ['with a letter composed or not', 'São Paulo', 'Sa\u0303o Paulo'],
    ['in full width', 'ＰＡＹ／ｌｅｄｇｅｒ', 'pay/ledger'],
    ['with one or many blanks of any kind', 'card\u00A0\t gateway', 'card gateway'],
    ['with blanks and line breaks around', ' \n ledger\r\n', 'ledger'],
    ['with characters that are not seen', '\u200Bled\u00ADger\uFEFF', 'ledger'],
    ['with fillers and selectors of variants', 'led\u3164ger\uFE0F', 'ledger'],
    ['with controls', 'led\0ger\u001B', 'ledger'],
    ['with a blank that does not break', 'build\u00A0farm', 'build farm'],
    ['with a narrow one', 'build\u202Ffarm', 'build farm'],
    ['with a thin one', 'build\u2009farm', 'build farm'],
    ['with a hair', 'build\u200Afarm', 'build farm'],
    ['with one as wide as a digit', 'build\u2007farm', 'build farm'],
    ['with an ideographic one', 'build\u3000farm', 'build farm'],
    ['with one of Ogham', 'build\u1680farm', 'build farm'],
    ['with one of Braille', 'build\u2800farm', 'build farm'],
    ['with a line of its own', 'build\u2028farm', 'build farm'],
    ['with a space of no width', 'build\u200Bfarm', 'buildfarm'],
    ['with joiners', 'build\u200C\u200D\u2060farm', 'buildfarm'],
    ['with a vowel separator of Mongolian', 'build\u180Efarm', 'buildfarm'],
    ['with marks of direction', '\u202Eledger\u2069', 'ledger'],
    ['with ligatures', 'ﬁnance', 'finance'],
    ['with signs that are letters', 'Å Ω K', 'Å Ω K'],
    ['with a number in a circle, above or of Rome', '① m² Ⅷ', '1 m2 VIII'],
    ['with syllables in parts', '\u1112\u1161\u11AB', '\uD55C'],
    ['with narrow katakana', 'ｶﾞｽ', 'ガス'],
    ['with Arabic letters by their place', '\uFEE1', '\u0645'],
    ['with accents in another order', 'a\u0323\u0302', 'a\u0302\u0323'],
    ['with the Turkish capital that has a dot', 'İSTANBUL', 'istanbul'],
    ['with the Turkish letter that has none', 'Diyarbakır', 'DIYARBAKIR'],
    ['with a letter of two, in three cases', 'Ǆ ǅ', 'ǆ ǆ'],
    ['with a long s', 'ſtore', 'store'],
    ['with the micro sign', '\u00B5s', '\u03BCs'],
    ['with a Cherokee letter', '\uAB70', '\u13A0'],
    ['with a sharp s or two', 'Straße', 'STRASSE'],
    ['with a large sharp s', 'STRAẞE', 'strasse'],
    ['with a sigma at the end of a word', 'ΟΔΟΣ', 'οδοσ'],
    ['with the default port of https', 'https://Tokyo.example.com:443/x', 'https://tokyo.example.com/x'],
    ['with the default port of http', 'http://tokyo.example.com:80', 'http://tokyo.example.com'],
  ])('%s', (_how, one, other) => expect(foldedText(one)).toBe(foldedText(other)))
})

describe('two texts differ for a search', () => {
  it.each([
    ['by an accent', 'São Paulo', 'Sao Paulo'],
    ['by a dash for a blank', 'card-gateway', 'card gateway'],
    ['by another port', 'https://tokyo.example.com:8443', 'https://tokyo.example.com'],
    ['by a port that only begins as the default one', 'http://a.example:8080', 'http://a.example'],
  ])('%s', (_how, one, other) => expect(foldedText(one)).not.toBe(foldedText(other)))
})

it('a folded text is folded: nothing is left to fold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldedText(foldedText(text))).toBe(foldedText(text))
    }),
  )
})
