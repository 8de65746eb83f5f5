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

  it.each([
    [
      'a number within a name by its digits',
      ['node-2', 'node-10', 'node-1'],
      ['node-1', 'node-10', 'node-2'],
    ],
    [
      'any case alike, as they came',
      ['beta', 'ALPHA', 'alpha', 'Alpha'],
      ['ALPHA', 'alpha', 'Alpha', 'beta'],
    ],
    [
      'nothing, blanks and controls first, as they came',
      ['a', ' ', '', '\0', '\t'],
      [' ', '', '\0', '\t', 'a'],
    ],
    [
      'one that begins another before it, and what is not seen as nothing',
      ['ab', 'a\0', 'a', 'a '],
      ['a\0', 'a', 'a ', 'ab'],
    ],
    ['accents alike, composed or not', ['é', 'e\u0301', 'f', 'e'], ['e', 'f', 'é', 'e\u0301']],
    [
      'other alphabets and hidden characters',
      ['а', 'a', '\u202Ea', '\u200Ba'],
      ['a', '\u202Ea', '\u200Ba', 'а'],
    ],
    ['letters beyond the first 65,536 by their halves', ['\uFFFD', '😀', 'z'], ['z', '😀', '\uFFFD']],
    ['the dotted letter of Turkish as any i', ['i\u0308', 'İ', 'i'], ['İ', 'i', 'i\u0308']],
    [
      'what is named like a property',
      ['toString', '__proto__', 'constructor'],
      ['__proto__', 'constructor', 'toString'],
    ],
  ])('orders %s', (_what, given, expected) => {
    // More rows than are compared one by one, the others after all of these.
    const others = Array.from({ length: 5000 }, (_, at) => ({ name: '\uFFFF', seen: at }))
    const rows = [
      ...others.slice(0, 4990),
      ...given.map((name) => ({ name, seen: null })),
      ...others.slice(4990),
    ]
    const names = rankedRows<Row>(rows, name, 1).map((row) => row.name)
    expect(names.slice(0, given.length)).toEqual(expected)
    expect(
      rankedRows<Row>(rows, name, -1)
        .slice(-given.length)
        .map((row) => row.seen),
    ).toEqual(given.map(() => null))
  })
})
