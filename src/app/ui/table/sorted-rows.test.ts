import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortedRows } from './sorted-rows.ts'
import type { TableColumn } from './table-column.ts'

type Row = { readonly name: string; readonly seen: number | null }

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, sortValue: ({ name }) => name },
  { id: 'seen', header: 'Last seen', cell: ({ seen }) => seen, sortValue: ({ seen }) => seen },
  { id: 'actions', header: 'Actions', cell: () => null },
]
const rows: readonly Row[] = [
  { name: 'beta', seen: 2 },
  { name: 'Alpha', seen: null },
  { name: 'gamma', seen: 10 },
]
const names = (sorted: readonly Row[]) => sorted.map(({ name }) => name)

describe('sorting', () => {
  it('folds case', () =>
    expect(names(sortedRows(rows, columns, { id: 'name', direction: 'asc' }))).toEqual([
      'Alpha',
      'beta',
      'gamma',
    ]))

  it.each(['asc', 'desc'] as const)('puts the unknown last when %s', (direction) =>
    expect(names(sortedRows(rows, columns, { id: 'seen', direction })).at(-1)).toBe('Alpha'),
  )

  it('compares numbers as numbers', () =>
    expect(names(sortedRows(rows, columns, { id: 'seen', direction: 'desc' }))).toEqual([
      'gamma',
      'beta',
      'Alpha',
    ]))

  it.each([null, { id: 'nonsense', direction: 'asc' }, { id: 'actions', direction: 'asc' }] as const)(
    'leaves the order of the server for %j',
    (sort) => expect(sortedRows(rows, columns, sort)).toBe(rows),
  )

  it('loses no row and is stable', () => {
    const row = fc.record({ name: fc.string(), seen: fc.option(fc.integer({ min: 0, max: 3 })) })
    fc.assert(
      fc.property(fc.array(row), (many) => {
        const sorted = sortedRows(many, columns, { id: 'seen', direction: 'asc' })
        expect(new Set(sorted)).toEqual(new Set(many))
        const places = sorted.map((current) => many.indexOf(current))
        const isUnstable = (at: number) =>
          sorted[at]?.seen === sorted[at + 1]?.seen && (places[at] ?? 0) > (places[at + 1] ?? Infinity)
        expect(places.filter((_place, at) => isUnstable(at))).toEqual([])
      }),
    )
  })
})
