import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page } from './page.ts'
import { MAX_BARREN_PAGES, MAX_PAGES, NO_PAGES, stepAfter, type PagingFault } from './paging.ts'

type Server = (start: number) => Page<number>
type Read = {
  readonly rows: readonly number[]
  readonly starts: readonly number[]
  readonly fault: PagingFault | null
}

const pageOf = (given: Partial<Page<number>>): Page<number> => ({
  values: [],
  unreadable: [],
  start: 0,
  limit: null,
  isLastPage: false,
  nextPageStart: null,
  ...given,
})

const readPages = (server: Server): Read => {
  const rows: number[] = []
  const starts: number[] = []
  let start = 0
  let progress = NO_PAGES
  for (;;) {
    const page = server(start)
    starts.push(start)
    const fresh = new Set([...rows, ...page.values]).size - new Set(rows).size
    rows.push(...page.values)
    const step = stepAfter(page, start, fresh, progress)
    if (step.kind !== 'next') return { rows, starts, fault: step.kind === 'stopped' ? step.fault : null }
    ;({ start, progress } = step)
  }
}

/** Pages as a correct server sends them: each with rows (or none, when permissions hide them) and a gap behind it. */
const cuts = fc.array(fc.record({ rows: fc.nat(5), gap: fc.nat(7) }), {
  minLength: 1,
  maxLength: MAX_BARREN_PAGES - 1,
})

const correctServer = (
  pages: readonly { readonly rows: number; readonly gap: number }[],
): [Server, readonly number[]] => {
  const served = new Map<number, Page<number>>()
  const all: number[] = []
  let start = 0
  for (const [index, { rows, gap }] of pages.entries()) {
    const values = Array.from({ length: rows }, (_row, offset) => start + offset)
    const isLastPage = index === pages.length - 1
    const nextPageStart = isLastPage ? null : start + rows + gap + 1
    served.set(start, pageOf({ values, start, limit: rows, isLastPage, nextPageStart }))
    all.push(...values)
    start = nextPageStart ?? start
  }
  return [(asked) => served.get(asked) ?? pageOf({ isLastPage: true }), all]
}

describe('stepAfter', () => {
  it('loses no row of a correct server, with any gaps, empty pages and limits', () => {
    fc.assert(
      fc.property(cuts, (pages) => {
        const [server, all] = correctServer(pages)
        expect(readPages(server)).toMatchObject({ rows: all, fault: null })
      }),
    )
  })

  it('ends and asks for no start twice, for any wrong answers of a server', () => {
    const wrongPage = fc.record({
      values: fc.array(fc.nat(9), { maxLength: 3 }),
      isLastPage: fc.boolean(),
      nextPageStart: fc.option(fc.nat(60)),
    })
    fc.assert(
      fc.property(fc.array(wrongPage, { minLength: 1, maxLength: 60 }), (wrongPages) => {
        const { starts } = readPages((start) => pageOf({ ...wrongPages[start % wrongPages.length], start }))
        expect(new Set(starts).size).toBe(starts.length)
        expect(starts.length).toBeLessThanOrEqual(61)
      }),
    )
  })

  it.each([
    ['the last page', { isLastPage: true, values: [1] }, 'done'],
    ['the last page, empty', { isLastPage: true }, 'done'],
    [
      'the last page that names its own start, as in the documents',
      { isLastPage: true, values: [1], nextPageStart: 10 },
      'done',
    ],
    ['more to come', { values: [1], nextPageStart: 35 }, 35],
    ['an empty page with more to come', { nextPageStart: 35 }, 35],
    ['rows and an early "last page"', { isLastPage: true, values: [1], nextPageStart: 11 }, 11],
    ['an empty "last page" that points ahead', { isLastPage: true, nextPageStart: 11 }, 'last-names-next'],
    ['no next start', { values: [1] }, 'no-next-start'],
    ['no next start and no row', {}, 'no-next-start'],
    ['the same start again', { values: [1], nextPageStart: 10 }, 'not-forward'],
    ['a start behind', { values: [1], nextPageStart: 0 }, 'not-forward'],
  ])('decides after %s', (_what, given, expected) => {
    const page = pageOf(given)
    const step = stepAfter(page, 10, page.values.length, NO_PAGES)
    const decided = {
      next: step.kind === 'next' && step.start,
      stopped: step.kind === 'stopped' && step.fault,
    }
    expect(decided[step.kind === 'done' ? 'next' : step.kind] || step.kind).toBe(expected)
  })

  it('reports at the end that an earlier page called itself the last one', () => {
    const { rows, fault } = readPages((start) =>
      start === 0
        ? pageOf({ values: [1], isLastPage: true, nextPageStart: 1 })
        : pageOf({ values: [2], isLastPage: true }),
    )
    expect(rows).toEqual([1, 2])
    expect(fault).toBe('last-names-next')
  })

  it('counts an unreadable row as a row: the page is not empty', () => {
    const unreadable = [{ index: 0, id: null, problem: 'row' }]
    const page = pageOf({ unreadable, isLastPage: true, nextPageStart: 26 })
    expect(stepAfter(page, 0, 0, NO_PAGES)).toMatchObject({ kind: 'next', start: 26 })
  })

  it.each<[string, Server, number, PagingFault]>([
    [
      'gives empty pages without end',
      (start) => pageOf({ start, nextPageStart: start + 1 }),
      MAX_BARREN_PAGES,
      'endless',
    ],
    [
      'gives unreadable rows without end',
      (start) => pageOf({ unreadable: [{ index: 0, id: null, problem: 'row' }], nextPageStart: start + 1 }),
      MAX_BARREN_PAGES,
      'endless',
    ],
    [
      'ignores where a page starts',
      (start) => pageOf({ values: [1, 2], nextPageStart: start + 2 }),
      2,
      'repeats',
    ],
    [
      'names a further page without end',
      (start) => pageOf({ values: [start], nextPageStart: start + 1 }),
      MAX_PAGES,
      'too-long',
    ],
  ])('stops a server that %s, and says so', (_what, server, asked, expected) => {
    const { starts, fault } = readPages(server)
    expect(starts).toHaveLength(asked)
    expect(fault).toBe(expected)
  })
})
