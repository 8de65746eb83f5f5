import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page } from '#contract/page.ts'
import { type PagedList, type PageParam, readWholeList } from '#app/api/paged-list.ts'

type Row = { readonly id: string }

/** What others do to a list between two pages: rows are taken away or added at a place, as a share of what was read. */
type Change = { readonly kind: 'remove' | 'add'; readonly at: number; readonly rows: number }

/** A server that counts rows into pages of at most `cap`, and whose list is changed between pages. */
const changingServer = (size: number, cap: number, changes: readonly (Change | null)[]) => {
  const list = Array.from({ length: size }, (_row, at) => String(at))
  const always = new Set(list)
  const starts: number[] = []
  let added = 0
  const change = ({ kind, at, rows }: Change) => {
    const place = Math.floor(at * list.length)
    if (kind === 'remove') for (const id of list.splice(place, rows)) always.delete(id)
    else list.splice(place, 0, ...Array.from({ length: rows }, () => `new ${String((added += 1))}`))
  }
  const fetchPage = ({ start, limit }: PageParam): Promise<Page<Row>> => {
    const next = changes[starts.length - 1]
    if (starts.length > 0 && next) change(next)
    starts.push(start)
    const values = list.slice(start, start + Math.min(limit, cap)).map((id) => ({ id }))
    const end = start + values.length
    const isLastPage = end >= list.length
    return Promise.resolve({
      values,
      unreadable: [],
      start,
      limit: cap,
      isLastPage,
      nextPageStart: isLastPage ? null : end,
    })
  }
  return { always, starts, list, fetchPage }
}

const idsOf = ({ rows }: PagedList<Row>) => rows.map(({ id }) => id)

const changes = fc.array(
  fc.option(
    fc.record({
      kind: fc.constantFrom('remove' as const, 'add' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      rows: fc.integer({ min: 1, max: 12 }),
    }),
    { freq: 2 },
  ),
  { maxLength: 40 },
)

const removed = (at: number, rows = 1): Change => ({ kind: 'remove', at, rows })
const added = (at: number, rows = 1): Change => ({ kind: 'add', at, rows })

describe('a list that is read', () => {
  it.each([
    ['one row is taken away before the place of reading', [removed(0)], [0, 9, 0, 9, 18]],
    ['the last row that was read is taken away', [removed(0.34)], [0, 9, 0, 9, 18]],
    ['more rows than a page are taken away', [removed(0, 12)], [0, 9, 0, 9]],
    ['a row is taken away behind it', [removed(0.9)], [0, 9, 18]],
  ])('goes back where %s', async (_what, made, starts) => {
    const server = changingServer(29, 10, made)
    const list = await readWholeList(server.fetchPage)
    expect(server.starts).toEqual(starts)
    expect(list).toMatchObject({ fault: null, duplicates: 0 })
    expect(server.list.filter((id) => !idsOf(list).includes(id))).toEqual([])
  })

  it.each([
    ['a row was added before the place of reading', [added(0)], { duplicates: 1, hasChanged: true }],
    ['three rows were', [added(0.1, 3)], { duplicates: 3, hasChanged: true }],
    ['a whole page was', [added(0, 9)], { duplicates: 9, hasChanged: true }],
    ['a row was added behind it', [added(0.9)], { duplicates: 0, hasChanged: false }],
    ['a row was taken away before it', [removed(0)], { duplicates: 0, hasChanged: true }],
    ['nothing happened', [], { duplicates: 0, hasChanged: false }],
  ])('shows each row once and says what it saw where %s', async (_what, made, seen) => {
    const server = changingServer(29, 10, made)
    expect(await readWholeList(server.fetchPage)).toMatchObject({ ...seen, fault: null, hasMore: false })
  })

  it('may be incomplete, and says so, where rows are taken away under every page', async () => {
    const server = changingServer(
      300,
      10,
      Array.from({ length: 60 }, () => removed(0)),
    )
    const list = await readWholeList(server.fetchPage)
    expect(list).toMatchObject({ fault: 'changed', hasMore: false, hasChanged: true })
    expect(list.rows.length).toBeGreaterThan(200)
  })

  it('stops where a server of long pages ignores where they start', async () => {
    let asked = 0
    const list = await readWholeList<Row>(() => {
      asked += 1
      const values = 'abcdefgh'.split('').map((id) => ({ id }))
      const nextPageStart = 8 * asked
      return Promise.resolve({ values, unreadable: [], start: 0, limit: 8, isLastPage: false, nextPageStart })
    })
    expect(list).toMatchObject({ fault: 'repeats', rows: { length: 8 } })
    expect(asked).toBeLessThanOrEqual(3)
  })

  it('shows an unreadable row once that stands where two pages meet', async () => {
    const ids = Array.from({ length: 24 }, (_row, at) => String(at))
    const bad = new Set(['8', '9', '15'])
    const list = await readWholeList<Row>(({ start }) => {
      const rows = ids.slice(start, start + 10)
      const end = start + rows.length
      const isLastPage = end >= ids.length
      return Promise.resolve({
        values: rows.filter((id) => !bad.has(id)).map((id) => ({ id })),
        unreadable: rows.flatMap((id, index) => (bad.has(id) ? [{ index, id, problem: 'row' }] : [])),
        start,
        limit: 10,
        isLastPage,
        nextPageStart: isLastPage ? null : end,
      })
    })
    expect(list.unreadable.map(({ id }) => id)).toEqual(['8', '9', '15'])
    expect(list).toMatchObject({ rows: { length: 21 }, duplicates: 0, fault: null })
  })

  it.each([
    [1000, 10],
    [100, 101],
    [7, 1667],
    [4, 2500],
  ])(
    'asks a server of %d rows a page that does not change for 10,000 rows in %d pages',
    async (cap, asked) => {
      const server = changingServer(10_000, cap, [])
      const list = await readWholeList(server.fetchPage)
      expect(server.starts.length).toBeLessThanOrEqual(asked + 1)
      expect(list.rows.length).toBe(cap < 5 ? 8000 : 10_000)
    },
  )
})

describe('a list that changes while it is read', () => {
  it('loses no row that was there all the time, and shows none twice, or says that it may', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(120), fc.integer({ min: 5, max: 30 }), changes, async (size, cap, made) => {
        const server = changingServer(size, cap, made)
        const list = await readWholeList(server.fetchPage)
        const ids = idsOf(list)
        expect(new Set(ids).size).toBe(ids.length)
        expect(list.hasMore).toBe(false)
        const read = new Set(ids)
        const lost = [...server.always].filter((id) => !read.has(id))
        expect([null, 'changed', 'repeats', 'endless']).toContain(list.fault)
        expect(list.fault === null ? lost : []).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('is read in the order of the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(120), fc.integer({ min: 5, max: 30 }), changes, async (size, cap, made) => {
        const server = changingServer(
          size,
          cap,
          made.map((change) => (change?.kind === 'remove' ? change : null)),
        )
        const list = await readWholeList(server.fetchPage)
        const numbers = list.fault === null ? idsOf(list).map(Number) : []
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
      }),
    )
  })
})
