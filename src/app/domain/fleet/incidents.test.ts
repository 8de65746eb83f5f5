import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { mirroredRepository } from '#contract/mirrored-repository.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeFailure, ProbeResult } from '#contract/probe.ts'
import { incidentsOf } from './incidents.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'

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
const answered = (status: string | null): ProbeResult => ({
  kind: 'answered',
  answer: v.parse(mirroredRepository, { repositoryId: '7', available: true, status }),
  checkedAt: 3000,
  tookMs: 1,
  clockDifferenceMs: null,
})
const healths = (entries: Record<string, MirrorHealth>) => new Map(Object.entries(entries))

describe('incidents', () => {
  it('are grouped by cause, and what the record tells comes first', () => {
    const incidents = incidentsOf(
      [mirror('a'), mirror('b'), mirror('c')],
      healths({ a: 'stale', b: 'healthy', c: 'stale' }),
      [
        { mirrorId: 'b', repositoryId: '1', result: failed('refused', 2000) },
        { mirrorId: 'b', repositoryId: '2', result: failed('refused', 1000) },
        { mirrorId: 'b', repositoryId: '3', result: answered('AVAILABLE') },
      ],
    )
    expect(incidents).toEqual([
      {
        cause: 'stale',
        mirrors: [
          { id: 'a', name: 'A', since: 1_700_000_000_000, repositories: [], asked: 0 },
          { id: 'c', name: 'C', since: 1_700_000_000_000, repositories: [], asked: 0 },
        ],
      },
      {
        cause: 'refused',
        mirrors: [{ id: 'b', name: 'B', since: 1000, repositories: ['1', '2'], asked: 3 }],
      },
    ])
  })

  it.each<[MirrorHealth, number]>([
    ['healthy', 0],
    ['unknown', 0],
    ['disabled', 0],
    ['never-seen', 1],
    ['clock-differs', 1],
  ])('a mirror that is %s makes %d', (health, count) => {
    expect(incidentsOf([mirror('a')], healths({ a: health }), [])).toHaveLength(count)
  })

  it.each([
    ['ERROR_AVAILABLE', 'failing-to-update'],
    ['ERROR_INITIALIZING', 'failed-to-initialize'],
  ])('a mirror that answers %s makes one: %s', (status, cause) => {
    const answers = [{ mirrorId: 'a', repositoryId: '7', result: answered(status) }]
    const incidents = incidentsOf([mirror('a')], healths({ a: 'healthy' }), answers)
    expect(incidents).toEqual([
      { cause, mirrors: [{ id: 'a', name: 'A', since: 3000, repositories: ['7'], asked: 1 }] },
    ])
  })

  it.each(['AVAILABLE', 'NOT_MIRRORED', 'INITIALIZING', null])('an answer of %s is none', (status) => {
    const answers = [{ mirrorId: 'a', repositoryId: '7', result: answered(status) }]
    expect(incidentsOf([mirror('a')], healths({ a: 'healthy' }), answers)).toEqual([])
  })

  it('are not made of questions that nobody put, nor of mirrors that are gone', () => {
    expect(
      incidentsOf([mirror('a')], healths({ a: 'healthy' }), [
        { mirrorId: 'a', repositoryId: '1', result: failed('busy', 1) },
        { mirrorId: 'gone', repositoryId: '1', result: failed('refused', 1) },
      ]),
    ).toEqual([])
  })
})
