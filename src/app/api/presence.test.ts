import { describe, expect, it } from 'vitest'
import type { PagingFault } from '#contract/paging.ts'
import { idsIn, isEmpty, isWhole, type Listing, presenceIn } from './presence.ts'

const list = (
  ids: readonly string[],
  {
    unreadable = [],
    fault = null,
    hasMore = false,
  }: { unreadable?: readonly (string | null)[]; fault?: PagingFault | null; hasMore?: boolean } = {},
): Listing<{ readonly id: string }> => ({
  rows: ids.map((id) => ({ id })),
  unreadable: unreadable.map((id) => ({ id })),
  fault,
  hasMore,
})
const LONG = 'x'.repeat(128)

describe('what a list can say about a row', () => {
  it.each([
    ['a row that was read', list(['a']), 'listed'],
    ['a row that was read, of a list that goes on', list(['a'], { hasMore: true }), 'listed'],
    ['a row that is there and cannot be read', list([], { unreadable: ['a'] }), 'listed'],
    ['a row that is not in a whole list', list(['b']), 'absent'],
    ['a row that is not in an empty list', list([]), 'absent'],
    ['another row cannot be read', list([], { unreadable: ['b'] }), 'absent'],
    ['any row cannot be read, not even its id', list(['b'], { unreadable: [null] }), 'cannot-say'],
    ['the list broke off', list(['b'], { fault: 'endless' }), 'cannot-say'],
    ['the list goes on', list(['b'], { hasMore: true }), 'cannot-say'],
  ] as const)('%s', (_what, given, presence) => expect(presenceIn(given, 'a')).toBe(presence))

  it('an id that was cut where the row could not be read may be that of any longer one', () => {
    expect(presenceIn(list([], { unreadable: [LONG] }), `${LONG}y`)).toBe('cannot-say')
    expect(presenceIn(list([], { unreadable: [LONG] }), 'y')).toBe('absent')
  })
})

describe('a list', () => {
  it.each([
    ['without rows, read to its end', list([]), { isWhole: true, isEmpty: true }],
    ['with rows, read to its end', list(['a']), { isWhole: true, isEmpty: false }],
    ['with a row that cannot be read', list([], { unreadable: ['a'] }), { isWhole: false, isEmpty: false }],
    ['that broke off', list([], { fault: 'not-forward' }), { isWhole: false, isEmpty: false }],
    ['that goes on', list([], { hasMore: true }), { isWhole: false, isEmpty: false }],
  ] as const)('%s', (_what, given, expected) =>
    expect({ isWhole: isWhole(given), isEmpty: isEmpty(given) }).toEqual(expected),
  )
})

it('the ids of a list are those of its rows and of its unreadable rows, as far as they are known', () => {
  expect(idsIn(list(['a'], { unreadable: ['b', null] }))).toEqual(['a', 'b'])
})
