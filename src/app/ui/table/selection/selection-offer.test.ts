import { expect, it } from 'vitest'
import { selectionOfferOf } from './selection-offer.ts'

const whole = { rows: [], unreadable: [], fault: null, hasMore: false }
const growing = { ...whole, hasMore: true }
const faulty = { ...whole, fault: 'repeats' } as const
const holed = { ...whole, unreadable: [{ id: null }] }
const REST = 'the rest is not read'

it.each([
  ['first all that are shown', whole, 3, 1, 'Select all shown', null],
  ['at most a hundred of them', whole, 6588, 1, 'Select all shown (the first 100)', null],
  ['at most a hundred, while the list grows too', growing, 600, 99, 'Select all shown (the first 100)', null],
  ['then all that match, with their number', whole, 6588, 100, 'Select all 6,588 that match', null],
  ['those that can be read', holed, 101, 100, 'Select all 101 readable that match', null],
  [
    'but not of a list that goes on',
    growing,
    600,
    100,
    'Select all that match',
    `At least 600 match; ${REST}.`,
  ],
  ['nor of its first page', growing, 100, 100, 'Select all that match', `At least 100 match; ${REST}.`],
  ['nor where one row matches', growing, 1, 1, 'Select all that match', `At least 1 matches; ${REST}.`],
  [
    'nor of a list that Bitbucket broke off',
    faulty,
    600,
    600,
    'Select all that match',
    'At least 600 match; Bitbucket did not give the whole list.',
  ],
] as const)('what is offered: %s', (_case, list, free, chosen, words, why) =>
  expect(selectionOfferOf(list, { free, chosen })).toMatchObject({ words, why }),
)

it('nothing is offered where all rows of a whole list are selected', () => {
  expect(selectionOfferOf(whole, { free: 3, chosen: 3 })).toBeNull()
  expect(selectionOfferOf(whole, { free: 6588, chosen: 6588 })).toBeNull()
  expect(selectionOfferOf(whole, { free: 0, chosen: 0 })).toBeNull()
})
