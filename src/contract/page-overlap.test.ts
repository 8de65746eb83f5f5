import { describe, expect, it } from 'vitest'
import { askAfter } from './page-ask.ts'
import { askBefore, fitOf } from './page-overlap.ts'
import type { Page, UnreadableRow } from './page.ts'

type Row = { readonly id: string }

const unreadableAt = (index: number, id: string | null = null): UnreadableRow => ({
  index,
  id,
  problem: 'row: expected Object',
})
const pageOf = (ids: string, unreadable: readonly UnreadableRow[] = []): Page<Row> => ({
  values: ids.split('').map((id) => ({ id })),
  unreadable,
  start: 0,
  limit: null,
  isLastPage: false,
  nextPageStart: null,
})

describe('the page after a page', () => {
  it.each([
    ['is asked for a row early', pageOf('abcdefg'), 10, 17, { start: 16, overlaps: true }],
    ['is not where rows are hidden between them', pageOf('abcdefg'), 10, 18, { start: 18, overlaps: false }],
    ['is not where starts count something else', pageOf('abcdefg'), 10, 11, { start: 11, overlaps: false }],
    ['is not where a row more costs a quarter', pageOf('abcd'), 10, 14, { start: 14, overlaps: false }],
    [
      'is not where the last row cannot be read',
      pageOf('abcdef', [unreadableAt(6)]),
      10,
      17,
      { start: 17, overlaps: false },
    ],
    [
      'is where another row cannot be read',
      pageOf('abcdef', [unreadableAt(2)]),
      10,
      17,
      { start: 16, overlaps: true },
    ],
  ])('%s', (_what, page, start, next, ask) => expect(askAfter(page, start, next)).toEqual(ask))
})

describe('a page that was asked for a row early', () => {
  const known = new Set('abcde')
  const ask = { start: 9, overlaps: true }
  it.each([
    ['begins with the last row', pageOf('efg'), ask, 'joins'],
    ['begins with an earlier row: some were added', pageOf('cdefg'), ask, 'shifted'],
    ['begins with a new row: some were taken away', pageOf('gh'), ask, 'torn'],
    ['is empty: more were taken away', pageOf(''), ask, 'torn'],
    ['begins with the last row, unreadable now', pageOf('fg', [unreadableAt(0, 'e')]), ask, 'joins'],
    ['begins with a row that cannot be told', pageOf('fg', [unreadableAt(0)]), ask, 'torn'],
    ['has an unreadable row further on', pageOf('efg', [unreadableAt(1)]), ask, 'joins'],
    ['was asked for where it begins', pageOf('gh'), { start: 10, overlaps: false }, 'not-compared'],
    ['is the first one', pageOf('gh'), { start: 0, overlaps: true }, 'not-compared'],
  ] as const)('%s', (_what, page, asked, fit) =>
    expect(fitOf(page, asked, 'e', (id) => known.has(id))).toBe(fit),
  )
})

it.each([
  [7, 0, 993],
  [1000, 0, 950],
  [1000, 1, 600],
  [7, 1, 944],
  [1000, 3, 0],
])('after pages of %d rows and %d returns, reading goes back from 1,000 to %d', (rows, returns, start) =>
  expect(askBefore({ start: 1000, overlaps: true }, rows, returns)).toEqual({ start, overlaps: true }),
)
