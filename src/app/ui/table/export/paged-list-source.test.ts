import { expect, it } from 'vitest'
import type { PagedList } from '#app/api/paged-list.ts'
import type { ListReading } from '#app/api/reading/list-reading.ts'
import { pagedListSource } from './paged-list-source.ts'

const list: PagedList<string> = {
  rows: ['a', 'b', 'c'],
  unreadable: [],
  fault: null,
  hasMore: false,
  duplicates: 0,
}
const control = (reading: ListReading) => ({
  reading,
  queryHash: '',
  readAll: () => undefined,
  readNext: () => undefined,
  stop: () => undefined,
})
const of = {
  label: 'Letters',
  noun: 'letters',
  readAt: 5,
  search: '',
  filter: {},
  rows: ['a'],
  sample: null,
  lacks: [],
}
const unreadable = [{ index: 3, id: null, problem: 'It is no row.' }]

it.each([
  { what: 'that was read', data: list, add: {}, says: { readCount: 3, total: 3, lacks: [] } },
  {
    what: 'that goes on',
    data: { ...list, hasMore: true },
    add: {},
    says: { readCount: 3, total: null, lacks: [] },
  },
  {
    what: 'with a row that cannot be read',
    data: { ...list, unreadable },
    add: {},
    says: { readCount: 3, total: 4, lacks: ['1 unreadable left out.'] },
  },
  {
    what: 'that ended early',
    data: { ...list, fault: 'repeats' as const },
    add: {},
    says: { readCount: 3, total: null, lacks: ['The list may be incomplete.'] },
  },
  {
    what: 'of which a table has a sample',
    data: list,
    add: { sample: { count: 1, of: 3 }, lacks: ['A sample.'] },
    says: { readCount: 1, total: 3, lacks: ['A sample.'] },
  },
])('a list $what says how much of it there is', ({ data, add, says }) => {
  expect(pagedListSource(data, control({ kind: 'ended' }), { ...of, ...add })?.facts).toEqual({
    readAt: 5,
    search: '',
    filter: {},
    ...says,
  })
})

it('a sample is exported as it is: nothing more is read for it, and nothing keeps it back', () => {
  const source = pagedListSource({ ...list, hasMore: true }, control({ kind: 'stopped' }), {
    ...of,
    sample: { count: 1, of: 3 },
  })
  expect(source).toMatchObject({ hasMore: false, isStopped: false, error: null })
})

it('there is no source before there is a list, and none while its rows are those of another search', () => {
  expect(pagedListSource(undefined, control({ kind: 'part' }), of)).toBeNull()
  expect(pagedListSource(list, control({ kind: 'ended' }), { ...of, rows: undefined })).toBeNull()
})
