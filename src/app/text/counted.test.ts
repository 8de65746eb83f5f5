import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { counted } from './counted.ts'
import { numberText } from './number-text.ts'
import { pluralOf } from './plural-of.ts'

it.each([
  [0, '0 mirrors'],
  [1, '1 mirror'],
  [2, '2 mirrors'],
  [11, '11 mirrors'],
  [21, '21 mirrors'],
  [12_345, '12,345 mirrors'],
])('%d of them are "%s"', (count, words) => expect(counted(count, 'mirror')).toBe(words))

it.each([
  [0, '0 repositories'],
  [1, '1 repository'],
  [1001, '1,001 repositories'],
])('a plural of its own is given along: %d are "%s"', (count, words) =>
  expect(counted(count, 'repository', 'repositories')).toBe(words),
)

it.each([
  [0, 'are'],
  [1, 'is'],
  [3, 'are'],
])('words without their number agree with it as well: %d %s', (count, word) =>
  expect(pluralOf(count, 'is', 'are')).toBe(word),
)

it.each([
  [999, '999'],
  [1000, '1,000'],
  [1_234_567, '1,234,567'],
  [0.8, '0.8'],
])('the number %d reads "%s"', (value, text) => expect(numberText(value)).toBe(text))

it('numbers and plurals read as Intl writes them', () => {
  const format = new Intl.NumberFormat('en')
  const rules = new Intl.PluralRules('en')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.integer(),
        fc.maxSafeNat(),
        fc.integer().map((tenths) => tenths / 10),
      ),
      (value) => {
        expect(numberText(value)).toBe(format.format(value))
      },
    ),
  )
  fc.assert(
    fc.property(fc.nat(), (count) => {
      expect(pluralOf(count, 'one', 'other')).toBe(rules.select(count))
    }),
  )
})
