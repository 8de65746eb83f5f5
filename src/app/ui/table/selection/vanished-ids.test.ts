import { expect, it } from 'vitest'
import { vanishedIds } from './vanished-ids.ts'

const listOf = (
  ids: string,
  given: { hasMore?: boolean; unreadable?: readonly { id: string | null }[] } = {},
) => ({
  rows: ids.split('').map((id) => ({ id })),
  unreadable: [],
  fault: null,
  hasMore: false,
  ...given,
})

it.each([
  ['a row that is not there any more', 'ab', listOf('abc'), listOf('bc'), 'a'],
  ['none that is still there', 'ab', listOf('abc'), listOf('cba'), ''],
  ['none that was selected in another list', 'xa', listOf('abc'), listOf('abc'), ''],
  ['none that was not selected', 'b', listOf('abc'), listOf('bc'), ''],
  ['none while the list may go on', 'ab', listOf('abc'), listOf('c', { hasMore: true }), ''],
  [
    'none that may be the row that cannot be read',
    'ab',
    listOf('abc'),
    listOf('c', { unreadable: [{ id: null }] }),
    '',
  ],
  ['none that became unreadable', 'ab', listOf('abc'), listOf('c', { unreadable: [{ id: 'a' }] }), 'b'],
  ['one that was unreadable before', 'a', listOf('c', { unreadable: [{ id: 'a' }] }), listOf('c'), 'a'],
] as const)('what vanished is %s', (_case, selected, before, now, expected) =>
  expect([...vanishedIds(new Set(selected), before, now)].join('')).toBe(expected),
)

it('ten thousand of ten thousand rows are looked up once each', () => {
  let reads = 0
  const ids = Array.from({ length: 10_000 }, (_, at) => String(at))
  const rows = ids.map((id) => ({
    get id() {
      reads += 1
      return id
    },
  }))
  const before = { ...listOf(''), rows }
  expect(vanishedIds(new Set(ids), before, { ...before, rows: rows.slice(5000) }).size).toBe(5000)
  expect(reads).toBeLessThanOrEqual(2 * 10_000)
})
