import { describe, expect, it } from 'vitest'
import type { PagedList } from '#app/api/paged-list.ts'
import { Problem } from '#app/api/problem.ts'
import type { ListReading } from '#app/api/reading/list-reading.ts'
import { pagedListWords } from './paged-list-words.ts'

const list: PagedList<number> = {
  rows: [1, 2, 3],
  unreadable: [],
  fault: null,
  hasMore: false,
  duplicates: 0,
}
const part = { ...list, hasMore: true }
const unreadable = [{ index: 0, id: null, problem: 'row: expected Object' }]
const UNTIL = new Date(2026, 10, 23, 12, 3, 10).getTime()
const ended = { kind: 'ended' } as const

describe('a list that was read to its end', () => {
  it.each([
    [list, 3, '3 mirrors loaded.'],
    [list, 1, '1 of 3 loaded mirrors shown.'],
    [
      { ...list, duplicates: 2, unreadable },
      3,
      '3 mirrors loaded, 2 sent twice and shown once, 1 unreadable.',
    ],
    [
      { ...list, fault: 'not-forward' as const },
      3,
      '3 mirrors loaded. Bitbucket points back to rows that were read already. The list may be incomplete.',
    ],
    [{ ...list, hasChanged: true }, 3, '3 mirrors loaded. The list changed while it was read.'],
    [
      { ...list, hasChanged: true, fault: 'changed' as const },
      3,
      '3 mirrors loaded. The list changed again and again while it was read. It may be incomplete.',
    ],
  ])('is described as it was read: $2', (given, shown, words) => {
    expect(pagedListWords(given, { noun: 'mirrors', shown, reading: ended, isSorted: true })).toBe(words)
  })

  it('says that it is being read again, and that it is known to be old', () => {
    const facts = { noun: 'mirrors', shown: 3 }
    expect(pagedListWords(list, { ...facts, reading: { kind: 'again' } })).toBe(
      '3 mirrors loaded. Reading the list again.',
    )
    expect(pagedListWords(list, { ...facts, reading: ended, isOld: true })).toBe(
      '3 mirrors loaded. The list has changed since it was read.',
    )
  })
})

describe('a list of which a part was read', () => {
  it.each<[ListReading, number, boolean, string]>([
    [{ kind: 'part' }, 3, false, '3 mirrors read so far, there are more.'],
    [{ kind: 'part' }, 1, false, '1 of at least 3 mirrors shown.'],
    [{ kind: 'more' }, 3, false, '3 mirrors read so far. Reading more.'],
    [{ kind: 'rest' }, 3, false, '3 mirrors read so far. Reading the rest.'],
    [{ kind: 'rest' }, 1, false, '1 of at least 3 mirrors shown. Reading the rest.'],
    [
      { kind: 'rest' },
      3,
      true,
      '3 mirrors read so far. Reading the rest. Only what was read so far is sorted.',
    ],
    [
      { kind: 'waiting', until: UNTIL },
      3,
      false,
      '3 mirrors read so far. Bitbucket asked to wait. Reading goes on at 12:03:10.',
    ],
    [{ kind: 'stopped' }, 0, false, '0 of at least 3 mirrors shown. Reading was stopped.'],
    [
      { kind: 'failed', error: new Problem({ kind: 'server' }) },
      3,
      false,
      '3 mirrors read so far. The rest was not read. Something went wrong.',
    ],
  ])('%o with %d shown says so', (reading, shown, isSorted, words) => {
    expect(pagedListWords(part, { noun: 'mirrors', shown, reading, isSorted })).toBe(words)
  })
})
