import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page } from './page.ts'
import { MAX_EMPTY_PAGES, stepAfter, type PagingFault } from './paging.ts'

type Server = (start: number) => Page<number>
type Walk = {
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

const walk = (server: Server): Walk => {
  const rows: number[] = []
  const starts: number[] = []
  let start = 0
  let emptyPages = 0
  for (;;) {
    const page = server(start)
    starts.push(start)
    rows.push(...page.values)
    const step = stepAfter(page, start, emptyPages)
    emptyPages = page.values.length === 0 ? emptyPages + 1 : 0
    if (step.kind === 'next') start = step.start
    else return { rows, starts, fault: step.kind === 'stopped' ? step.fault : null }
  }
}

/** Pages as an honest server cuts them: each with rows (or none, when permissions hide them) and a gap behind it. */
const cuts = fc.array(fc.record({ rows: fc.nat(5), gap: fc.nat(7) }), {
  minLength: 1,
  maxLength: MAX_EMPTY_PAGES - 1,
})

const honest = (
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
  it('loses no row of an honest server, whatever gaps, empty pages and limits it has', () => {
    fc.assert(
      fc.property(cuts, (pages) => {
        const [server, all] = honest(pages)
        expect(walk(server)).toMatchObject({ rows: all, fault: null })
      }),
    )
  })

  it('ends and asks for no start twice, however a server lies', () => {
    const lie = fc.record({
      values: fc.array(fc.nat(9), { maxLength: 3 }),
      isLastPage: fc.boolean(),
      nextPageStart: fc.option(fc.nat(60)),
    })
    fc.assert(
      fc.property(fc.array(lie, { minLength: 1, maxLength: 60 }), (lies) => {
        const { starts } = walk((start) => pageOf({ ...lies[start % lies.length], start }))
        expect(new Set(starts).size).toBe(starts.length)
        expect(starts.length).toBeLessThanOrEqual(61)
      }),
    )
  })

  it.each([
    ['the last page', { isLastPage: true, values: [1] }, { kind: 'done' }],
    [
      'the last page that names its own start, as in the documents',
      { isLastPage: true, values: [1], nextPageStart: 10 },
      { kind: 'done' },
    ],
    ['more to come', { values: [1], nextPageStart: 35 }, { kind: 'next', start: 35 }],
    [
      'rows and an early "last page"',
      { isLastPage: true, values: [1], nextPageStart: 11 },
      { kind: 'next', start: 11 },
    ],
    ['an empty "last page" that points ahead', { isLastPage: true, nextPageStart: 11 }, { kind: 'done' }],
    ['no next start', { values: [1] }, { kind: 'stopped', fault: 'no-next-start' }],
    ['the same start again', { values: [1], nextPageStart: 10 }, { kind: 'stopped', fault: 'not-forward' }],
    ['a start behind', { values: [1], nextPageStart: 0 }, { kind: 'stopped', fault: 'not-forward' }],
  ])('decides after %s', (_what, given, expected) => {
    expect(stepAfter(pageOf(given), 10)).toEqual(expected)
  })

  it('counts an unreadable row as a row: the page is not empty', () => {
    const unreadable = [{ index: 0, id: null, problem: 'row' }]
    const page = pageOf({ unreadable, isLastPage: true, nextPageStart: 26 })
    expect(stepAfter(page, 0)).toEqual({ kind: 'next', start: 26 })
  })

  it('stops a server that gives empty pages for ever, and says so', () => {
    const { starts, fault } = walk((start) => pageOf({ start, nextPageStart: start + 1 }))
    expect(starts).toHaveLength(MAX_EMPTY_PAGES)
    expect(fault).toBe('endless')
  })
})
