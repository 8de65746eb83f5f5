import { expect, it } from 'vitest'
import { pagedListWords } from './paged-list-words.ts'

const list = { rows: [1, 2, 3], unreadable: [], fault: null, hasMore: false, duplicates: 0 }
const unreadable = [{ index: 0, id: null, problem: 'row: expected Object' }]

it.each([
  [list, 3, false, '3 mirrors loaded.'],
  [list, 1, false, '1 of 3 loaded mirrors shown.'],
  [list, 3, true, '3 mirrors loaded, more on the server.'],
  [
    { ...list, duplicates: 2, unreadable },
    3,
    false,
    '3 mirrors loaded, 2 sent twice and shown once, 1 unreadable.',
  ],
  [
    { ...list, fault: 'not-forward' as const },
    3,
    false,
    '3 mirrors loaded. Bitbucket points back to rows that were read already. The list may be incomplete.',
  ],
])('a list is described as it was read: $3', (list, shown, hasMore, words) => {
  expect(pagedListWords(list, { noun: 'mirrors', shown, hasMore })).toBe(words)
})
