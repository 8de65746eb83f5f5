import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#contract/page.ts'
import { fetchGrowing, joinPages } from '#app/api/paged-list.ts'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import { foundRows } from './found-rows.ts'
import { prepareRanks, rankedRows } from './ranked-rows.ts'

type Row = { readonly id: string; readonly name: string }

const name = (row: Row) => row.name
let looks = 0
const textsOf = (row: Row) => {
  looks += 1
  return [row.name]
}

/** The same list after each of its pages, with `sizes` rows each. */
const growing = (sizes: readonly number[]): readonly (readonly Row[])[] => {
  let made = 0
  const pages = sizes.map((size): Page<Row> => {
    const start = made
    made += size
    const values = Array.from({ length: size }, (_row, at) => ({
      id: String(start + at),
      name: `Name ${String(((start + at) * 7919) % 997)}`,
    }))
    return { values, unreadable: [], start, limit: null, isLastPage: false, nextPageStart: made }
  })
  const pageParams = pages.map(({ start }) => ({ start, limit: 1000 }))
  return sizes.map(
    (_size, at) => joinPages({ pages: pages.slice(0, at + 1), pageParams: pageParams.slice(0, at + 1) }).rows,
  )
}

beforeAll(async () => {
  await fetchGrowing()
})

const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 6 })

describe('a list that grows page by page', () => {
  it('is searched and sorted as if it had come at once', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom('7', 'name 1', 'nothing'), (given, search) => {
        for (const rows of growing(given)) {
          const atOnce = [...rows]
          const expected = searchedRows(atOnce, search, textsOf)
          expect(searchedRows(rows, search, textsOf)).toEqual(expected)
          expect(foundRows(rows, search, textsOf)).toEqual(expected)
          for (const sign of [1, -1] as const) {
            expect(rankedRows(rows, name, sign)).toEqual(rankedRows(atOnce, name, sign))
            expect(rankedRows(foundRows(rows, search, textsOf), name, sign)).toEqual(
              rankedRows([...expected], name, sign),
            )
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('is looked through once for one search, however many pages it has, and once more for another', () => {
    const lists = growing(Array.from({ length: 50 }, () => 200))
    looks = 0
    for (const rows of lists) searchedRows(rows, '7', textsOf)
    // The first page is looked through once more with the second.
    expect(looks).toBe(10_200)
    for (const rows of lists.slice(-1)) searchedRows(rows, '8', textsOf)
    expect(looks).toBe(20_200)
  })

  it('gives the same rows again where a page brings none that were searched for', () => {
    const [, second, third] = growing([500, 500, 500])
    const found = searchedRows(second ?? [], 'no such name', textsOf)
    expect(searchedRows(third ?? [], 'no such name', textsOf)).toBe(found)
    const few = growing([500, 500, 500]).map((rows) => foundRows(rows, 'name 1', textsOf))
    expect(few.at(-1)).not.toBe(few.at(0))
    const none = growing([500, 500, 500]).map((rows) => foundRows(rows, 'no such name', textsOf))
    expect(none.at(2)).toBe(none.at(1))
  })

  it('is searched anew where it was read again in the middle', () => {
    const rows = growing([10, 10]).at(-1) ?? []
    expect(searchedRows(rows, 'changed', textsOf)).toEqual([])
    const again = rows.with(3, { id: '3', name: 'Changed' })
    expect(searchedRows(again, 'changed', textsOf)).toEqual([{ id: '3', name: 'Changed' }])
  })

  it('is sorted alike, however much of its order was prepared between its pages', () => {
    const steps = fc.array(fc.nat(4), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(sizes, steps, fc.boolean(), (given, prepared, isEverWhole) => {
        for (const [at, rows] of growing(given).entries()) {
          for (let step = prepared[at] ?? 0; step > 0; step -= 1) prepareRanks(rows, name, isEverWhole)
          expect(rankedRows(at % 2 === 1 ? rows : [...rows], name, 1)).toEqual(rankedRows([...rows], name, 1))
        }
        const rows = growing(given).at(-1) ?? []
        expect(rankedRows(rows, name, -1)).toEqual(rankedRows([...rows], name, -1))
      }),
      { numRuns: 50 },
    )
  })

  it('is compared while it grows, and not again when it is sorted', () => {
    let reads = 0
    const counted = (row: Row) => {
      reads += 1
      return row.name
    }
    const lists = growing(Array.from({ length: 30 }, () => 500))
    for (const rows of lists) while (prepareRanks(rows, counted, false));
    expect(reads).toBe(15_500)
    const last = lists.at(-1) ?? []
    expect(rankedRows(last, counted, 1)).toEqual(rankedRows([...last], name, 1))
    expect(reads).toBe(15_500)
  })
})
