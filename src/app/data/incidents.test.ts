import { describe, expect, test } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeFailure, ProbeResult } from '#contract/probe.ts'
import { incidentsOf } from './incidents.ts'
import type { MirrorHealth } from './mirror-health.ts'

const mirror = (id: string, lastSeenDate: number | null = 1_700_000_000_000): MirrorServer => ({
  id,
  name: id.toUpperCase(),
  baseUrl: null,
  enabled: true,
  lastSeenDate,
  mirrorType: null,
  productType: null,
  productVersion: null,
})
const failed = (failure: ProbeFailure, checkedAt: number): ProbeResult => ({
  kind: 'failed',
  failure,
  status: null,
  detail: null,
  checkedAt,
  tookMs: 1,
  clockDifferenceMs: null,
})
const healths = (entries: Record<string, MirrorHealth>) => new Map(Object.entries(entries))

describe('incidents', () => {
  test('are grouped by cause, and what the record tells comes first', () => {
    const incidents = incidentsOf(
      [mirror('a'), mirror('b'), mirror('c')],
      healths({ a: 'stale', b: 'healthy', c: 'stale' }),
      [
        { mirrorId: 'b', result: failed('refused', 2000) },
        { mirrorId: 'b', result: failed('refused', 1000) },
      ],
    )
    expect(incidents).toEqual([
      {
        cause: 'stale',
        mirrors: [
          { id: 'a', name: 'A', since: 1_700_000_000_000, repositories: 0 },
          { id: 'c', name: 'C', since: 1_700_000_000_000, repositories: 0 },
        ],
      },
      { cause: 'refused', mirrors: [{ id: 'b', name: 'B', since: 1000, repositories: 2 }] },
    ])
  })

  test.each<[MirrorHealth, number]>([
    ['healthy', 0],
    ['unknown', 0],
    ['disabled', 0],
    ['never-seen', 1],
    ['clock-differs', 1],
  ])('a mirror that is %s makes %d', (health, count) => {
    expect(incidentsOf([mirror('a')], healths({ a: health }), [])).toHaveLength(count)
  })

  test('are not made of questions that nobody put, nor of mirrors that are gone', () => {
    expect(
      incidentsOf([mirror('a')], healths({ a: 'healthy' }), [
        { mirrorId: 'a', result: failed('busy', 1) },
        { mirrorId: 'gone', result: failed('refused', 1) },
      ]),
    ).toEqual([])
  })
})
