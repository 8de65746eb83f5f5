import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { mirroredRepository } from '#contract/mirrored-repository.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeFailure, ProbeResult } from '#contract/probe.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { incidentsOf } from './incidents.ts'
import type { KnownAnswer } from './known-answers.ts'

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
  answer: v.parse(mirroredRepository, { repositoryId: '7', available: status !== 'NOT_MIRRORED', status }),
  checkedAt: 3000,
  tookMs: 1,
  clockDifferenceMs: null,
})
const answer = (mirrorId: string, status: string): KnownAnswer => ({
  mirrorId,
  repositoryId: '7',
  result: answered(status),
})
const since = { at: 500, byRecord: false }
const verdicts = (entries: Record<string, VerdictKind>): Verdicts =>
  new Map(
    Object.entries(entries).map(([id, kind]) => [
      id,
      { kind, checkedAt: 900, since, detail: null, clockDifferenceMs: null },
    ]),
  )
const as = (id: string) => ({ id, name: id.toUpperCase(), since, repositories: [], asked: 0 })

const lag = (mirrorId: string, nowMs: number | null) => ({
  mirrorId,
  spans: [],
  measures: [],
  stepMs: 1,
  behind: { kind: 'webhook' as const, nowMs, p50Ms: null, p95Ms: null, slowest: [] },
})

describe('incidents', () => {
  it('are grouped by verdict, the worst first, and what mirrors did with repositories follows', () => {
    const incidents = incidentsOf(
      [mirror('a'), mirror('b'), mirror('c'), mirror('d')],
      verdicts({ a: 'not-seen', b: 'healthy', c: 'not-seen', d: 'unreachable' }),
      [
        { mirrorId: 'b', repositoryId: '1', result: answered('ERROR_AVAILABLE') },
        { mirrorId: 'b', repositoryId: '2', result: answered('AVAILABLE') },
      ],
    )
    expect(incidents).toEqual([
      { cause: 'unreachable', mirrors: [as('d')], unserved: [] },
      { cause: 'not-seen', mirrors: [as('a'), as('c')], unserved: [] },
      {
        cause: 'failing-to-update',
        mirrors: [{ ...as('b'), since: { at: 3000, byRecord: false }, repositories: ['1'], asked: 2 }],
        unserved: [],
      },
    ])
  })

  it.each<[VerdictKind, number]>([
    ['healthy', 0],
    ['unknown', 0],
    ['not-checked', 0],
    ['synchronizing', 0],
    ['disabled', 0],
    ['never-seen', 1],
    ['clock-differs', 1],
    ['answers-not-seen', 1],
  ])('a mirror that is %s makes %d', (kind, count) => {
    expect(incidentsOf([mirror('a')], verdicts({ a: kind }), [])).toHaveLength(count)
  })

  it.each([
    ['ERROR_AVAILABLE', 'failing-to-update'],
    ['ERROR_INITIALIZING', 'failed-to-initialize'],
  ])('a mirror that answers %s makes one: %s', (status, cause) => {
    const answers = [{ mirrorId: 'a', repositoryId: '7', result: answered(status) }]
    expect(incidentsOf([mirror('a')], verdicts({ a: 'healthy' }), answers)).toMatchObject([
      { cause, mirrors: [{ id: 'a', since: { at: 3000 }, repositories: ['7'], asked: 1 }] },
    ])
  })

  it.each(['AVAILABLE', 'NOT_MIRRORED', 'INITIALIZING', null])('an answer of %s is none', (status) => {
    const answers = [{ mirrorId: 'a', repositoryId: '7', result: answered(status) }]
    expect(incidentsOf([mirror('a')], verdicts({ a: 'healthy' }), answers)).toEqual([])
  })

  it('have the mirrors for which a push waits too long, the farthest behind first', () => {
    const mirrors = [
      lag('a', 400_000),
      lag('b', 300_000),
      lag('c', 900_000),
      lag('d', null),
      lag('gone', 9e6),
    ]
    const history = { from: 0, to: 1, lastRoundAt: 1, problem: null, mirrors }
    const found = incidentsOf(
      ['a', 'b', 'c', 'd'].map((id) => mirror(id)),
      verdicts({}),
      [],
      new Map(),
      history,
    )
    expect(found.map(({ cause, mirrors }) => [cause, mirrors.map(({ id }) => id)])).toEqual([
      ['falling-behind', ['c', 'a']],
    ])
  })

  it('end with the verdict: an old failure with a repository makes none of a mirror that answers again', () => {
    const answers = [{ mirrorId: 'a', repositoryId: '1', result: failed('unreachable', 1) }]
    expect(incidentsOf([mirror('a')], verdicts({ a: 'healthy' }), answers)).toEqual([])
  })

  it.each<[string, readonly KnownAnswer[], readonly string[]]>([
    ['the only mirror that had it is away', [answer('a', 'AVAILABLE'), answer('b', 'NOT_MIRRORED')], ['7']],
    ['another mirror serves it', [answer('a', 'AVAILABLE'), answer('b', 'AVAILABLE')], []],
    ['not every mirror was asked', [answer('a', 'AVAILABLE')], []],
    [
      'one could not be asked',
      [answer('a', 'AVAILABLE'), { mirrorId: 'b', repositoryId: '7', result: failed('no-link', 3000) }],
      [],
    ],
    ['the mirror that is away never had it', [answer('a', 'NOT_MIRRORED'), answer('b', 'NOT_MIRRORED')], []],
  ])('name repositories that lose their last mirror: %s', (_why, answers, unserved) => {
    const found = incidentsOf(
      [mirror('a'), mirror('b')],
      verdicts({ a: 'unreachable', b: 'healthy' }),
      answers,
    )
    expect(found[0]?.unserved).toEqual(unserved)
  })
})
