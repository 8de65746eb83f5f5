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
    ['with ligatures', 'ﬁnance', 'finance'],
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
