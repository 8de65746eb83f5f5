import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foundRows } from './found-rows.ts'
import { sortedRows } from '#app/ui/table/sorted-rows.ts'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { rankedRows } from './ranked-rows.ts'

type Row = { readonly name: string; readonly seen: number | null }

const name = ({ name }: Row) => name
const seen = ({ seen }: Row) => seen
const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Name', cell: () => null, sortValue: name },
  { id: 'seen', header: 'Last seen', cell: () => null, sortValue: seen },
]
const textsOf = ({ name }: Row) => [name]
const row = fc.record({
  name: fc.string({ unit: fc.constantFrom('a', 'B', 'é', ' '), maxLength: 4 }),
  seen: fc.option(fc.integer({ min: -2, max: 2 })),
})
const choices = [
  { id: 'name', direction: 'asc' },
  { id: 'name', direction: 'desc' },
  { id: 'seen', direction: 'asc' },
  { id: 'seen', direction: 'desc' },
] as const
const ranked = (rows: readonly Row[], { id, direction }: (typeof choices)[number]) =>
  rankedRows<Row>(rows, id === 'name' ? name : seen, direction === 'asc' ? 1 : -1)

describe('sorting a long list by ranks', () => {
  it.each(choices)('gives the order that comparing gives: %j', (choice) => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(ranked(rows, choice)).toEqual(sortedRows(rows, columns, choice))
      }),
    )
  })

  it.each(choices)('orders what a search found, by the ranks of the whole list: %j', (choice) => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('a', 'b', 'ab', ''), (rows, search) => {
        const found = foundRows(rows, search, textsOf)
        expect(ranked(found, choice)).toEqual(sortedRows(found, columns, choice))
      }),
    )
  })

  it.each(choices)('merges runs of many thousand rows: %j', (choice) => {
    const rows = Array.from({ length: 20_001 }, (_, at) => ({
      name: `name ${String((at * 7919) % 9973)}`,
      seen: at % 11 === 0 ? null : (at * 31) % 1009,
    }))
    const expected = sortedRows(rows, columns, choice)
    const actual = ranked(rows, choice)
    expect(actual).toHaveLength(rows.length)
    expect(actual.findIndex((one, at) => one !== expected[at])).toBe(-1)
  })

  it('compares each value once per list, whichever way it is sorted afterwards', () => {
    let reads = 0
    const rows = Array.from({ length: 5000 }, (_, at) => ({ name: String(at % 100), seen: at }))
    const counted = ({ name }: Row) => {
      reads += 1
      return name
    }
    rankedRows<Row>(rows, counted, 1)
    rankedRows<Row>(rows, counted, -1)
    rankedRows<Row>(foundRows<Row>(rows, '7', textsOf), counted, 1)
    expect(reads).toBe(rows.length)
  })
})
