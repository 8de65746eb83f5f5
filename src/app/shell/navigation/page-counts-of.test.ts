import { describe, expect, it } from 'vitest'
import type { Listing } from '#app/api/presence.ts'
import { pageCountsOf, pageRefusalsOf } from './page-counts-of.ts'

const list = (rows: number, rest: Partial<Listing<unknown>> = {}): Listing<unknown> => ({
  rows: Array.from({ length: rows }, () => ({})),
  unreadable: [],
  fault: null,
  hasMore: false,
  ...rest,
})

type Expected = ReturnType<typeof pageCountsOf>
const of = (entries: Record<string, readonly [text: string, words: string]>): Expected =>
  new Map(Object.entries(entries).map(([page, [text, words]]) => [page, { text, words }]))

const CASES: readonly (readonly [
  what: string,
  requests: Listing<unknown> | undefined,
  mirrors: Listing<unknown> | undefined,
  wrong: number,
  expected: Expected,
])[] = [
  ['nothing was read', undefined, undefined, 0, of({})],
  ['nothing waits and nothing is wrong', list(0), list(4), 0, of({})],
  ['an empty part of a list', list(0, { hasMore: true }), list(4), 0, of({})],
  [
    'one of each',
    list(1),
    list(4),
    1,
    of({ '/requests': ['1', '1 request pending'], '/mirrors': ['1', '1 mirror needs attention'] }),
  ],
  [
    'many',
    list(1200),
    list(40),
    12,
    of({ '/requests': ['1,200', '1,200 requests pending'], '/mirrors': ['12', '12 mirrors need attention'] }),
  ],
  [
    'more requests to read',
    list(60, { hasMore: true }),
    list(4),
    0,
    of({ '/requests': ['60+', 'at least 60 requests pending'] }),
  ],
  [
    'an unreadable mirror',
    list(0),
    list(4, { unreadable: [{ id: null }] }),
    2,
    of({ '/mirrors': ['2+', 'at least 2 mirrors need attention'] }),
  ],
  [
    'requests that may not be read',
    undefined,
    list(4),
    2,
    of({ '/mirrors': ['2', '2 mirrors need attention'] }),
  ],
]

describe('the navigation counts what waits and what is wrong, as far as it is known', () => {
  it.each(CASES)('with %s', (_what, requests, mirrors, wrong, expected) => {
    expect(pageCountsOf(requests, mirrors, wrong)).toEqual(expected)
  })
})

it.each([
  ['both lists', true, true, ['/mirrors', '/coverage', '/requests', '/activity']],
  ['requests', false, true, ['/requests', '/activity']],
  ['mirrors', true, false, ['/mirrors', '/coverage']],
  ['nothing that was asked for', false, false, []],
])('the navigation marks the pages of what is refused: %s', (_what, mirrors, requests, pages) => {
  const marks = pageRefusalsOf(mirrors, requests)
  expect([...marks.keys()]).toEqual(pages)
  expect([...marks.values()].every(({ text }) => text === 'no access')).toBe(true)
})
