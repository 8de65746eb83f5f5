import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { parseJson } from './parse-json.ts'
import {
  identifier,
  MAX_TEXT,
  openEnum,
  optionalFlag,
  optionalIdentifier,
  optionalOpenEnum,
  optionalProse,
  optionalText,
  text,
} from './scalar.ts'

const LONG = 'x'.repeat(MAX_TEXT + 1)

describe('identifier', () => {
  it.each([
    ['an integer', '42', '42'],
    ['a string', '"B0F5-CS21"', 'B0F5-CS21'],
    ['zero', '0', '0'],
    ['an integer above 2^53, digit by digit', '9007199254740993', '9007199254740993'],
    ['an integer far above 2^64', '123456789012345678901234567890', '123456789012345678901234567890'],
    ['dots, which can be shown though nothing can be done to them', '".."', '..'],
  ])('reads %s', (_what, json, expected) => {
    expect(v.parse(identifier, parseJson(json))).toBe(expected)
  })

  it.each([
    ['an empty string', ''],
    ['a fraction', 1.5],
    ['a number that was rounded already', 2 ** 53],
    ['null', null],
    ['an object', {}],
    ['a text that is too long', LONG],
  ])('refuses %s', (_what, wire) => {
    expect(v.is(identifier, wire)).toBe(false)
  })

  it('gives the same text for the same id, sent as an integer or as a string', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (id) => {
        expect(v.parse(identifier, id)).toBe(v.parse(identifier, String(id)))
      }),
    )
  })
})

describe('optional fields', () => {
  const row = v.object({
    text: optionalText,
    prose: optionalProse,
    flag: optionalFlag,
    id: optionalIdentifier,
    word: optionalOpenEnum('SINGLE', 'FARM'),
  })
  const unknown = { text: null, prose: null, flag: null, id: null, word: null }

  it('are null where the server did not say', () => {
    expect(v.parse(row, {})).toEqual(unknown)
    expect(v.parse(row, unknown)).toEqual(unknown)
  })

  it('are null where they came as another kind, and the row survives', () => {
    expect(v.parse(row, { text: 7, prose: [], flag: 'false', id: {}, word: '' })).toEqual(unknown)
  })

  it('never read an absent flag as false', () => {
    expect(v.parse(optionalFlag, undefined)).toBeNull()
    expect(v.parse(optionalFlag, false)).toBe(false)
  })

  it('refuse a text that is too long rather than hide it, and cut mere prose', () => {
    expect(v.is(optionalText, LONG)).toBe(false)
    expect(v.is(text, LONG)).toBe(false)
    expect(v.parse(optionalProse, LONG)).toHaveLength(MAX_TEXT)
  })
})

describe('openEnum', () => {
  it('keeps an unknown word as it was sent', () => {
    expect(v.parse(openEnum('SINGLE', 'FARM'), 'MESH')).toBe('MESH')
    expect(v.parse(optionalOpenEnum('SINGLE', 'FARM'), 'MESH')).toBe('MESH')
  })

  it.each([[null], [1], [''], [LONG]])('refuses what is no word', (wire) => {
    expect(v.is(openEnum('SINGLE'), wire)).toBe(false)
  })

  it('still lists the known words in its type', () => {
    type Word = v.InferOutput<ReturnType<typeof openEnum<'SINGLE' | 'FARM'>>>
    expectTypeOf<'SINGLE'>().toExtend<Word>()
    expectTypeOf<string>().toExtend<Word>()
  })
})
