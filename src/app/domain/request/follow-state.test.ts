import { describe, expect, test } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { followIntervalOf, followStateOf } from './follow-state.ts'
import type { FollowedMirror } from './followed-mirrors.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const tokyo: FollowedMirror = { mirrorId: 'T', name: 'Tokyo', seenBefore: null, since: NOW - 5000 }
const listed = (lastSeenDate: number | null, isWhole = true) => ({
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
  isWhole,
})
const none = (isWhole: boolean) => ({ rows: [], isWhole })

describe('a mirror that was just accepted', () => {
  test.each([
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
    ['and was removed again', tokyo, none(true), 'gone'],
    ['and is not among those that could be read', tokyo, none(false), 'waiting'],
  ] as const)('%s is %#', (_when, followed, mirrors, state) =>
    expect(followStateOf(followed, mirrors, NOW)).toBe(state),
  )

  test('is looked for often at first, then rarely', () => {
    expect(followIntervalOf(NOW - 59_000, NOW)).toBe(5000)
    expect(followIntervalOf(NOW - 61_000, NOW)).toBe(20_000)
  })
})
