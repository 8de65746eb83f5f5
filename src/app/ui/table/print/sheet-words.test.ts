import { expect, it } from 'vitest'
import type { SheetFacts } from '#app/browser/printing.ts'
import { sheetWords } from './sheet-words.ts'

const whole: SheetFacts = {
  noun: 'requests',
  rows: 137,
  of: 137,
  hasMore: false,
  search: '',
  isNarrowed: false,
}
const CSV = 'For the whole list, export CSV.'

it.each<[string, Partial<SheetFacts>, string]>([
  ['a whole list: nothing is missing', {}, ''],
  ['as many rows as a print has', { rows: 2000, of: 2000 }, ''],
  ['one row more', { rows: 2001, of: 2001 }, `2,000 of 2,001 requests. ${CSV}`],
  ['a long list', { rows: 10_000, of: 10_000 }, `2,000 of 10,000 requests. ${CSV}`],
  [
    'a list that was not read to its end',
    { rows: 60, of: 60, hasMore: true },
    `60 of more than 60 requests. ${CSV}`,
  ],
  [
    'a long one that was not',
    { rows: 3060, of: 3060, hasMore: true },
    `2,000 of more than 3,060 requests. ${CSV}`,
  ],
  ['a search through all of it', { rows: 3, of: 3, search: 'o', isNarrowed: true }, 'Search: “o”.'],
  [
    'a search that was stopped',
    { rows: 3, of: 3, hasMore: true, search: 'o', isNarrowed: true },
    `Search: “o”. 3 of at least 3 requests that match. ${CSV}`,
  ],
  [
    'a filter without a search',
    { rows: 9, of: 9, hasMore: true, isNarrowed: true },
    `9 of at least 9 requests that match. ${CSV}`,
  ],
  [
    'a sample',
    { rows: 14, of: 137, why: 'The others were not asked about.' },
    '14 of 137 requests. The others were not asked about.',
  ],
  ['a search with what hides', { search: 'a\u202Eb', isNarrowed: true }, 'Search: “a[U+202E]b”.'],
])('a print says of %s: %s', (_what, facts, words) => {
  expect(sheetWords({ ...whole, ...facts })).toBe(words)
})
