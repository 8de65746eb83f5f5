import { expect, it } from 'vitest'
import type { PagedList } from '#app/api/paged-list.ts'
import { listFacts } from './list-facts.ts'

const list: PagedList<string> = {
  rows: ['a', 'b', 'c'],
  unreadable: [],
  fault: null,
  hasMore: false,
  duplicates: 0,
}
const source = { list, readAt: 5, search: '', filter: {}, rows: ['a'], sampleOf: null, lacks: [] }
const unreadable = [{ index: 3, id: null, problem: 'It is no row.' }]

it.each([
  { what: 'that was read', given: {}, says: { readCount: 3, total: 3, lacks: [] } },
  {
    what: 'that goes on',
    given: { list: { ...list, hasMore: true } },
    says: { readCount: 3, total: null, lacks: [] },
  },
  {
    what: 'with a row that cannot be read',
    given: { list: { ...list, unreadable } },
    says: { readCount: 3, total: 4, lacks: ['1 unreadable left out.'] },
  },
  {
    what: 'that ended early',
    given: { list: { ...list, fault: 'repeats' as const } },
    says: { readCount: 3, total: null, lacks: ['The list may be incomplete.'] },
  },
  {
    what: 'of which a table has a sample',
    given: { sampleOf: 3, lacks: ['A sample.'] },
    says: { readCount: 1, total: 3, lacks: ['A sample.'] },
  },
  {
    what: 'of which a table has a sample, while it goes on',
    given: { sampleOf: 3, list: { ...list, hasMore: true } },
    says: { readCount: 1, total: null, lacks: [] },
  },
])('a file of a list $what says how much of it there is', ({ given, says }) => {
  expect(listFacts({ ...source, ...given })).toEqual({ readAt: 5, search: '', filter: {}, ...says })
})
