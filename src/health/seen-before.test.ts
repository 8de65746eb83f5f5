import { describe, expect, it } from 'vitest'
import { type SeenBefore, seenAfter } from './seen-before.ts'

const NOW = 1_700_000_000_000
const row = (id: string, lastSeenDate: number | null) => ({ id, lastSeenDate })
const seen = (mirrorId: string, at: number, wentBackAt: number | null = null): SeenBefore => ({
  mirrorId,
  at,
  wentBackAt,
})

describe('when a mirror was seen as far as was ever read', () => {
  it.each<[string, readonly SeenBefore[], ReturnType<typeof row>[], readonly SeenBefore[]]>([
    ['is what the first reading says', [], [row('a', 5000)], [seen('a', 5000)]],
    ['moves on with later readings', [seen('a', 5000)], [row('a', 9000)], [seen('a', 9000)]],
    ['does not go back with an old replica', [seen('a', 9000)], [row('a', 5000)], [seen('a', 9000, NOW)]],
    [
      'does not mind nodes that count a little differently',
      [seen('a', 9000)],
      [row('a', 7000)],
      [seen('a', 9000)],
    ],
    [
      'is doubted for a while after it went back',
      [seen('a', 9000, NOW - 599_999)],
      [row('a', 9500)],
      [seen('a', 9500, NOW - 599_999)],
    ],
    ['is trusted again after that', [seen('a', 9000, NOW - 600_000)], [row('a', 9500)], [seen('a', 9500)]],
    ['stays while a reading does not say', [seen('a', 9000)], [row('a', null)], [seen('a', 9000)]],
    ['is not known of one that was never seen', [], [row('a', null)], []],
    ['is forgotten with a mirror that is gone', [seen('a', 9000)], [row('b', 5000)], [seen('b', 5000)]],
    [
      'holds for ids that name what objects have',
      [seen('__proto__', 9000)],
      [row('__proto__', 5000)],
      [seen('__proto__', 9000, NOW)],
    ],
  ])('%s', (_what, before, rows, expected) => {
    expect(seenAfter(before, rows, NOW)).toEqual(expected)
  })
})
