import { describe, expect, it } from 'vitest'
import { type MirrorHealth, healthOf } from './mirror-health.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const MINUTE = 60_000

describe("a mirror's health", () => {
  it.each<[string, boolean | null, number | null, MirrorHealth]>([
    ['seen now', true, NOW, 'healthy'],
    ['seen five minutes ago', true, NOW - 5 * MINUTE, 'healthy'],
    ['seen a millisecond longer ago', true, NOW - 5 * MINUTE - 1, 'stale'],
    ['seen a day ago', true, NOW - 1440 * MINUTE, 'stale'],
    ['seen 30 s ahead, which mirrors tolerate', true, NOW + 30_000, 'healthy'],
    ['seen further ahead', true, NOW + 30_001, 'clock-differs'],
    ['never seen', true, null, 'never-seen'],
    ['disabled, whatever was seen', false, NOW, 'disabled'],
    ['disabled and never seen', false, null, 'disabled'],
    ['not known to be enabled', null, NOW, 'unknown'],
    ['not known to be enabled nor seen', null, null, 'unknown'],
    ['stale, enabled or not', null, NOW - 6 * MINUTE, 'stale'],
  ])('of one that was %s', (_facts, enabled, lastSeenDate, health) => {
    expect(healthOf({ enabled, lastSeenDate }, NOW)).toBe(health)
  })

  it('follows the thresholds given', () => {
    const mirror = { enabled: true, lastSeenDate: NOW - 10 * MINUTE }
    expect(healthOf(mirror, NOW, { staleAfterMs: 15 * MINUTE, clockToleranceMs: 0 })).toBe('healthy')
  })
})
