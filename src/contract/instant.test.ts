import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { instant, instantOf } from './instant.ts'

const SEEN = 1_453_879_734_348
const YEAR_1971 = Date.UTC(1971, 0, 1)

describe('instantOf', () => {
  it.each([
    ['epoch milliseconds, as in the vendor’s own fixture', SEEN, SEEN],
    ['a numeric string', '1453879734348', SEEN],
    ['a numeric string with spaces around it', ' 1453879734348 ', SEEN],
    ['a fraction of a millisecond', SEEN + 0.9, SEEN],
    ['ISO in UTC', '2016-01-27T07:28:54.348Z', SEEN],
    ['ISO in lower case', '2016-01-27t07:28:54.348z', SEEN],
    ['ISO with an offset', '2016-01-27T08:28:54.348+01:00', SEEN],
    ['ISO with an offset as Java writes it', '2016-01-27T07:28:54.348+0000', SEEN],
    ['ISO with a negative offset as Java writes it', '2016-01-27T02:28:54.348-0500', SEEN],
    ['a date alone, which is UTC', '2016-01-27', Date.UTC(2016, 0, 27)],
    ['a far future that Date can express', 8_640_000_000_000_000, 8_640_000_000_000_000],
  ])('reads %s', (_what, wire, expected) => {
    expect(instantOf(wire)).toBe(expected)
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['zero', 0],
    ['zero as text', '0'],
    ['the epoch as a date', '1970-01-01T00:00:00Z'],
    ['epoch seconds, which would be January 1970', 1_453_879_734],
    ['a negative number', -SEEN],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a future that Date cannot express', 8_640_000_000_000_001],
    ['an empty string', ''],
    ['garbage', 'yesterday'],
    ['a date with garbage after it', '2016-01-27 (hello)'],
    ['a time without an offset, whose zone is not known', '2016-01-27T12:00:00'],
    ['a month that does not exist', '2016-13-01'],
    ['a date as Americans write it', '01/27/2016'],
    ['a million digits', '1'.repeat(1_000_000)],
    ['true', true],
    ['an object', { epoch: SEEN }],
    ['an array with a number in it', [SEEN]],
  ])('reads %s as unknown', (_what, wire) => {
    expect(instantOf(wire)).toBeNull()
  })

  it('never gives a date in 1970 or before, for any input', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.double(), fc.integer(), fc.date().map(String)), (wire) => {
        const read = instantOf(wire)
        expect(read === null || (Number.isInteger(read) && read >= YEAR_1971)).toBe(true)
      }),
    )
  })

  it('reads what it gave as the same again, as a number, as text and as ISO', () => {
    const readable = fc.integer({ min: YEAR_1971, max: 253_402_300_799_999 })
    fc.assert(
      fc.property(readable, (ms) => {
        expect(instantOf(ms)).toBe(ms)
        expect(instantOf(String(ms))).toBe(ms)
        expect(instantOf(new Date(ms).toISOString())).toBe(ms)
        expect(instantOf(new Date(ms).toISOString().replace('Z', '+0000'))).toBe(ms)
      }),
    )
  })
})

describe('instant', () => {
  it('is unknown where the field is absent, so that a row without a date is still a row', () => {
    expect(v.parse(v.object({ lastSeenDate: instant }), {})).toEqual({ lastSeenDate: null })
  })
})
