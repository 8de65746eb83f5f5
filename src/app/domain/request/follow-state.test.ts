import { describe, expect, it } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { followIntervalOf, followStateOf } from './follow-state.ts'
import type { FollowedMirror } from './followed-mirrors.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const tokyo: FollowedMirror = { mirrorId: 'T', name: 'Tokyo', seenBefore: null, since: NOW - 5000 }
const gaps = (unreadable: readonly (string | null)[]) => ({
  unreadable: unreadable.map((id) => ({ id })),
  fault: null,
  hasMore: false,
})
const listed = (lastSeenDate: number | null) => ({
  ...gaps([]),
  rows: [
    {
      id: 'T',
      name: 'Tokyo',
      baseUrl: null,
      enabled: true,
      lastSeenDate,
      mirrorType: null,
      productType: null,
      productVersion: null,
    } satisfies MirrorServer,
  ],
})
const none = (...unreadable: readonly (string | null)[]) => ({ rows: [], ...gaps(unreadable) })

describe('a mirror that was just accepted', () => {
  it.each([
    ['before its list was read', tokyo, undefined, 'waiting'],
    ['before its first heartbeat', tokyo, listed(null), 'waiting'],
    ['after it', tokyo, listed(NOW - 1000), 'seen'],
    [
      'that was seen before it joined again',
      { ...tokyo, seenBefore: NOW - 9000 },
      listed(NOW - 9000),
      'waiting',
    ],
    ['and is heard from anew', { ...tokyo, seenBefore: NOW - 9000 }, listed(NOW - 1000), 'seen'],
    ['after ten silent minutes', { ...tokyo, since: NOW - 600_001 }, listed(null), 'overdue'],
    ['and was removed again', tokyo, none(), 'gone'],
    ['and its row cannot be read', tokyo, none('T'), 'waiting'],
    ['and a row without an id cannot be read', tokyo, none(null), 'waiting'],
    ['that is gone while another row cannot be read', tokyo, none('U'), 'gone'],
  ] as const)('%s is $3', (_when, followed, mirrors, state) =>
    expect(followStateOf(followed, mirrors, NOW)).toBe(state),
  )

  it('is checked often at first, then rarely', () => {
    expect(followIntervalOf(NOW - 59_000, NOW)).toBe(5000)
    expect(followIntervalOf(NOW - 61_000, NOW)).toBe(20_000)
  })
})
