import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '#contract/page.ts'
import { fetchGrowing, joinPages, type PageParam, readWholeList } from './paged-list.ts'

type Row = { readonly id: string }
const page = (ids: readonly string[], next: number | null, more: Partial<Page<Row>> = {}): Page<Row> => ({
  values: ids.map((id) => ({ id })),
  unreadable: [],
  start: 0,
  limit: 25,
  isLastPage: next === null,
  nextPageStart: next,
  ...more,
})

const serve = (pages: Readonly<Record<number, Page<Row>>>) => {
  const asked: number[] = []
  const fetchPage = ({ start }: PageParam): Promise<Page<Row>> => {
    asked.push(start)
    return Promise.resolve(pages[start] ?? page([], null))
  }
  return { asked, fetchPage }
}

beforeAll(async () => {
  await fetchGrowing()
})

describe('reading a whole list', () => {
  it('follows the next start exactly as given, gaps and all', async () => {
    const server = serve({ 0: page(['a', 'b'], 7), 7: page(['c'], 40), 40: page(['d'], null) })
    expect((await readWholeList(server.fetchPage)).rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    expect(server.asked).toEqual([0, 7, 40])
  })

  it('shows a row once that comes twice, and counts it', async () => {
    const server = serve({ 0: page(['a', 'b'], 2), 2: page(['b', 'c'], null) })
    expect(await readWholeList(server.fetchPage)).toMatchObject({
      rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      duplicates: 1,
    })
  })

  it.each([
    ['repeats itself', 0, 'not-forward'],
    ['goes back', -1, 'not-forward'],
    ['is missing', null, 'no-next-start'],
  ])('stops, keeps the rows and says so when the next start %s', async (_name, next, fault) => {
    const server = serve({ 0: page(['a'], next, { isLastPage: false }) })
    expect(await readWholeList(server.fetchPage)).toMatchObject({ rows: [{ id: 'a' }], fault })
    expect(server.asked).toEqual([0])
  })

  it('ends when a server sends empty pages for ever', async () => {
    let asked = 0
    const list = await readWholeList<Row>(({ start }) => {
      asked += 1
      return Promise.resolve(page([], start + 1, { isLastPage: false }))
    })
    expect(list.fault).toBe('endless')
    expect(asked).toBeLessThanOrEqual(25)
  })

  it.each([
    ['ignores where a page starts', () => ['a', 'b'], false, 2, 'repeats'],
    ['names a further page for ever', (start: number) => [`a${start}`], false, 2000, 'too-long'],
    ['calls an empty page the last one and names a later one', () => [], true, 1, 'last-names-next'],
  ])('ends when a server %s, and keeps what came', async (_what, ids, isLastPage, most, fault) => {
    let asked = 0
    const list = await readWholeList<Row>(({ start }) => {
      asked += 1
      return Promise.resolve(page(ids(start), start + 1, { isLastPage }))
    })
    expect(asked).toBe(most)
    expect(list.fault).toBe(fault)
    expect(list.rows.slice(0, 2).map(({ id }) => id)).toEqual([...new Set([...ids(0), ...ids(1)])])
  })

  it('keeps unreadable rows beside the others', () => {
    const unreadable = [{ index: 1, id: 'x', problem: 'name: expected string' }]
    const list = joinPages({
      pages: [page(['a'], null, { unreadable })],
      pageParams: [{ start: 0, limit: 100 }],
    })
    expect(list).toMatchObject({ rows: [{ id: 'a' }], unreadable, fault: null })
  })

  it('reads each page once, however many follow: a long list costs its length and no more', () => {
    let reads = 0
    const counted = (ids: readonly string[], next: number | null): Page<Row> => {
      const { values, ...rest } = page(ids, next)
      return {
        ...rest,
        get values() {
          reads += 1
          return values
        },
      }
    }
    const pages = Array.from({ length: 100 }, (_, at) => counted([`a${String(at)}`, 'twice'], at + 1))
    const pageParams = pages.map((_page, at) => ({ start: at, limit: 100 }))
    const upTo = (count: number) =>
      joinPages({ pages: pages.slice(0, count), pageParams: pageParams.slice(0, count) })
    for (let count = 1; count <= 100; count += 1) upTo(count)
    // The last page is also read for what comes next; the pages before it are not.
    expect(reads).toBeLessThan(5 * pages.length)
    expect(upTo(100)).toMatchObject({ duplicates: 99, rows: { length: 101 } })
    expect(upTo(100)).toBe(upTo(100))
    expect(upTo(3).rows.map(({ id }) => id)).toEqual(['a0', 'twice', 'a1', 'a2'])
  })

  it('reads anew what was refreshed in the middle', () => {
    const [first, second, other] = [page(['a'], 1), page(['b'], null), page(['c'], null)]
    const pageParams = [0, 1].map((start) => ({ start, limit: 100 }))
    const names = (...pages: Page<Row>[]) => joinPages({ pages, pageParams }).rows.map(({ id }) => id)
    expect(names(first, second)).toEqual(['a', 'b'])
    expect(names(first, other)).toEqual(['a', 'c'])
    expect(names(first)).toEqual(['a'])
  })
})
