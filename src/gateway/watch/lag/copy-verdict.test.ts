import { expect, it } from 'vitest'
import * as v from 'valibot'
import { mirroredRepository } from '#contract/mirrored-repository.ts'
import type { ProbeResult } from '#contract/probe.ts'
import { type CopyVerdict, copyVerdict } from './copy-verdict.ts'
import type { OpenKind } from './open-lag.ts'

const AT = 1_700_000_000_000
const SECOND = 1000

const answered = (more: object, clockDifferenceMs: number | null = 0): ProbeResult => ({
  kind: 'answered',
  answer: v.parse(mirroredRepository, { repositoryId: 7, available: true, status: 'AVAILABLE', ...more }),
  checkedAt: AT + 60_000,
  tookMs: 5,
  clockDifferenceMs,
})
const failed: ProbeResult = {
  kind: 'failed',
  failure: 'timed-out',
  status: null,
  detail: null,
  checkedAt: AT,
  tookMs: 5000,
  clockDifferenceMs: null,
}
const later = answered({ lastUpdated: AT + 9 * SECOND })

it.each<[string, OpenKind, ProbeResult, number, CopyVerdict]>([
  ['was updated since', 'pending', later, 0, { kind: 'has', at: AT + 9 * SECOND }],
  ['was updated in that moment', 'webhook', answered({ lastUpdated: AT }), 0, { kind: 'has', at: AT }],
  ['was not updated since', 'canary', answered({ lastUpdated: AT - 1 }), 0, { kind: 'lacks' }],
  [
    'has a clock that is ahead',
    'canary',
    answered({ lastUpdated: AT + 9 * SECOND }, 10 * SECOND),
    0,
    { kind: 'lacks' },
  ],
  [
    'has a clock that is behind',
    'canary',
    answered({ lastUpdated: AT - SECOND }, -3 * SECOND),
    0,
    { kind: 'has', at: AT + 2 * SECOND },
  ],
  ['is compared with Bitbucket’s clock for a push', 'webhook', later, -10 * SECOND, { kind: 'lacks' }],
  [
    'is compared with the gateway’s clock for a sample',
    'pending',
    later,
    -10 * SECOND,
    { kind: 'has', at: AT + 9 * SECOND },
  ],
  ['does not say when it was updated', 'pending', answered({}), 0, { kind: 'unknown' }],
  [
    'copies it for the first time',
    'pending',
    answered({ status: 'INITIALIZING', available: false }),
    0,
    { kind: 'unknown' },
  ],
  [
    'does not copy it',
    'webhook',
    answered({ status: 'NOT_MIRRORED', available: false }),
    0,
    { kind: 'not-copied' },
  ],
  ['could not be asked', 'webhook', failed, 0, { kind: 'unknown' }],
])('a mirror that %s (%s)', (_what, kind, result, bitbucketMs, verdict) => {
  expect(copyVerdict({ kind, at: AT }, result, bitbucketMs)).toEqual(verdict)
})
