import { describe, expect, it } from 'vitest'
import { behindOf, type LagEvidence } from './behind-of.ts'
import type { CountedLag } from './counted-lag.ts'
import { bucketOf } from './lag-histogram.ts'
import type { OpenKind, OpenLag } from './open-lag.ts'

const NOW = 1_700_000_000_000
const MINUTE = 60_000

const counted: CountedLag = {
  histogram: new Map([
    [bucketOf(2000), 18],
    [bucketOf(60_000), 2],
  ]),
  slowest: [{ repositoryId: '7', ms: 60_000 }],
}
const open = (kind: OpenKind, minutes: number): OpenLag => ({
  kind,
  mirrorId: 'a',
  repositoryId: '8',
  projectId: 'p',
  at: NOW - minutes * MINUTE,
  toldAt: NOW - minutes * MINUTE,
})
const NOTHING: LagEvidence = {
  webhook: null,
  canary: null,
  open: [],
  isReported: false,
  isLookedAt: false,
  isPresent: true,
}

describe('how far a mirror is behind', () => {
  it.each<[string, Partial<LagEvidence>, string | null, number | null]>([
    ['nothing is known', {}, null, null],
    ['something is open that is not known to be so', { open: [open('pending', 9)] }, null, null],
    ['Bitbucket reports, and nothing waits', { isReported: true }, 'webhook', 0],
    [
      'a push waits',
      { isReported: true, open: [open('webhook', 3), open('webhook', 9)] },
      'webhook',
      9 * MINUTE,
    ],
    ['a push is from a clock ahead', { isReported: true, open: [open('webhook', -2)] }, 'webhook', 0],
    [
      'both are known: by what is exact',
      { isReported: true, isLookedAt: true, canary: counted, open: [open('canary', 9)] },
      'webhook',
      0,
    ],
    ['samples are up to date', { isLookedAt: true, canary: counted }, 'canary', 0],
    ['a sample waits', { isLookedAt: true, open: [open('canary', 2)] }, 'canary', 2 * MINUTE],
    ['a sample was just changed', { isLookedAt: true, open: [open('pending', 2)] }, 'canary', 0],
    ['a sample could not be asked', { isLookedAt: true, open: [open('pending', 4)] }, 'canary', null],
    [
      'one waits and another could not be asked',
      { isLookedAt: true, open: [open('pending', 4), open('canary', 2)] },
      'canary',
      2 * MINUTE,
    ],
    ['samples are not looked at any more', { canary: counted }, 'canary', null],
    ['Bitbucket reports nothing any more', { webhook: counted, open: [open('webhook', 9)] }, 'webhook', null],
    [
      'Bitbucket reports nothing any more, and samples are looked at',
      { webhook: counted, isLookedAt: true },
      'canary',
      0,
    ],
    [
      'the time has passed',
      { isReported: true, webhook: counted, isPresent: false, open: [open('webhook', 9)] },
      'webhook',
      null,
    ],
  ])('is said where %s', (_what, evidence, kind, nowMs) => {
    const behind = behindOf({ ...NOTHING, ...evidence }, NOW)
    expect(behind?.kind ?? null).toBe(kind)
    expect(behind?.nowMs ?? null).toBe(nowMs)
  })

  it('is told with what it was, and no longer than the longest that was counted', () => {
    const webhook = { ...NOTHING, isReported: true, webhook: counted, open: [open('webhook', 9)] }
    expect(behindOf(webhook, NOW)).toMatchObject({
      p50Ms: 2144,
      p95Ms: 60_000,
      slowest: [
        { repositoryId: '8', ms: 9 * MINUTE },
        { repositoryId: '7', ms: MINUTE },
      ],
    })
    expect(behindOf({ ...webhook, isPresent: false }, NOW)?.slowest).toEqual(counted.slowest)
  })
})
