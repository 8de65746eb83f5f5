import { describe, expect, it } from 'vitest'
import type { MirrorStatus } from '#contract/mirror-status.ts'
import { PROBE_FAILURES, type ProbeFailure } from '#contract/probe.ts'
import {
  CHECK_COUNTS_MS,
  DEFAULT_THRESHOLDS,
  type VerdictFacts,
  type VerdictKind,
  verdictOf,
} from './mirror-verdict.ts'
import type { MirrorSight } from './mirror-sight.ts'
import { severityOf } from './verdict-severity.ts'

const NOW = 1_700_000_000_000

const status = (change: Partial<MirrorStatus> = {}): MirrorStatus => ({
  state: 'SYNCHRONIZED',
  memberCount: null,
  discovering: false,
  syncedRepos: 0,
  totalRepos: 0,
  ...change,
})
const sight = (change: Partial<MirrorSight> = {}): MirrorSight => ({
  finding: { kind: 'answered', status: status() },
  checkedAt: NOW - 2000,
  receivedAt: NOW - 2000,
  since: NOW - 60_000,
  clockDifferenceMs: 0,
  refusedAt: null,
  tookMs: null,
  certificateEnds: null,
  ...change,
})
const failed = (failure: ProbeFailure, code: number | null = null): MirrorSight =>
  sight({ finding: { kind: 'failed', failure, status: code } })

const facts = (change: Partial<VerdictFacts> = {}): VerdictFacts => ({
  record: { enabled: true, lastSeenDate: NOW - 7000 },
  seenBefore: null,
  readAt: NOW,
  offsetMs: 0,
  sight: sight(),
  isAddressShared: false,
  thresholds: DEFAULT_THRESHOLDS,
  ...change,
})
const seen = (msAgo: number) => ({ enabled: true, lastSeenDate: NOW - msAgo })

describe('the verdict about a mirror', () => {
  it.each<[string, Partial<VerdictFacts>, VerdictKind]>([
    ['record and check agree', {}, 'healthy'],
    ['it was never asked', { sight: null }, 'not-checked'],
    ['the gateway had no room to ask it', { sight: failed('busy') }, 'not-checked'],
    [
      'its good answer is much older than the record',
      { sight: sight({ receivedAt: NOW - CHECK_COUNTS_MS - 1 }) },
      'check-too-old',
    ],
    [
      'its answer is as old as the longest refresh',
      { sight: sight({ receivedAt: NOW - 300_000 }) },
      'healthy',
    ],
    [
      'it answers without a status',
      { sight: sight({ finding: { kind: 'answered', status: null } }) },
      'without-status',
    ],
    ['Bitbucket lists it as disabled', { record: { enabled: false, lastSeenDate: NOW } }, 'disabled'],
    [
      'it is disabled and does not answer',
      { record: { enabled: false, lastSeenDate: NOW }, sight: failed('unreachable') },
      'disabled',
    ],
    [
      'Bitbucket does not say whether it is enabled',
      { record: { enabled: null, lastSeenDate: NOW } },
      'unknown',
    ],
    ['it was never seen', { record: { enabled: true, lastSeenDate: null } }, 'never-seen'],
    ['it was not seen recently, and answers', { record: seen(300_001) }, 'answers-not-seen'],
    ['it was not seen recently, and was not asked', { record: seen(300_001), sight: null }, 'not-seen'],
    [
      'it was not seen recently, and its answer is too old',
      { record: seen(300_001), sight: sight({ receivedAt: NOW - CHECK_COUNTS_MS - 1 }) },
      'not-seen',
    ],
    ['it was seen just within the limit', { record: seen(300_000) }, 'healthy'],
    [
      'Bitbucket’s clock is behind, and it was seen now',
      { record: seen(400_000), offsetMs: -400_000 },
      'healthy',
    ],
    ['its clock is 31 s ahead', { sight: sight({ clockDifferenceMs: 31_000 }) }, 'clock-differs'],
    ['its clock is 31 s behind', { sight: sight({ clockDifferenceMs: -31_000 }) }, 'clock-differs'],
    [
      'its clock is within 30 s and beyond the chosen tolerance',
      {
        sight: sight({ clockDifferenceMs: 12_000 }),
        thresholds: { ...DEFAULT_THRESHOLDS, clockToleranceMs: 10_000 },
      },
      'clock-slightly-off',
    ],
    [
      'it was last seen in the future, and was not asked',
      { record: seen(-31_000), sight: null },
      'clock-differs',
    ],
    [
      'it was last seen in the future, and says itself that its clock is right',
      { record: seen(-31_000), sight: sight({ clockDifferenceMs: 500 }) },
      'healthy',
    ],
    ['it refuses a signed link, and its clock is right', { sight: failed('refused') }, 'refused'],
    [
      'it refuses a signed link, and its clock is 31 s behind',
      { sight: { ...failed('refused'), clockDifferenceMs: -31_000 } },
      'clock-differs',
    ],
    [
      'it does not answer, and its clock was 31 s behind before',
      { sight: { ...failed('timed-out'), clockDifferenceMs: -31_000 } },
      'timed-out',
    ],
    [
      'its record shows an earlier time than before, and it answers',
      { record: seen(60_000), seenBefore: { at: NOW - 5000, wentBackAt: NOW } },
      'record-went-back',
    ],
    [
      'an old record of an hour ago comes after one of now: that is no outage',
      { record: seen(3_600_000), seenBefore: { at: NOW - 5000, wentBackAt: NOW } },
      'record-went-back',
    ],
    [
      'its record went back, and it does not answer',
      { record: seen(60_000), seenBefore: { at: NOW - 5000, wentBackAt: NOW }, sight: failed('timed-out') },
      'timed-out',
    ],
    [
      'its record went back, and all that was ever read is old',
      { record: seen(900_000), seenBefore: { at: NOW - 600_000, wentBackAt: NOW }, sight: null },
      'not-seen',
    ],
    ['another mirror has its address', { isAddressShared: true }, 'shared-address'],
    [
      'it does not answer, and was seen by Bitbucket just now',
      { record: seen(0), sight: failed('unreachable') },
      'unreachable',
    ],
    [
      'an old failure is not undone by time',
      { sight: { ...failed('timed-out'), receivedAt: NOW - 9e6 } },
      'timed-out',
    ],
  ])('%s', (_when, change, kind) => {
    expect(verdictOf(facts(change)).kind).toBe(kind)
  })

  it.each<[Partial<MirrorStatus>, VerdictKind, string | null]>([
    [{}, 'healthy', null],
    [{ syncedRepos: 12, totalRepos: 12 }, 'healthy', null],
    [{ syncedRepos: 242, totalRepos: 1071 }, 'synchronizing', '242 of 1071'],
    [{ state: 'METADATA_SYNCHRONIZED' }, 'synchronizing', null],
    [{ state: 'SYNCHRONIZING', syncedRepos: 3, totalRepos: 9 }, 'synchronizing', '3 of 9'],
    [{ discovering: true }, 'synchronizing', null],
    [{ syncedRepos: 12, totalRepos: 3 }, 'healthy', null],
    [{ syncedRepos: null, totalRepos: null, discovering: null }, 'healthy', null],
    [{ state: 'BOOTSTRAPPING' }, 'other-state', 'BOOTSTRAPPING'],
    [{ state: 'A\u202EB' }, 'other-state', 'A\u202EB'],
  ])('follows what the mirror says of itself: %j', (change, kind, detail) => {
    const verdict = verdictOf(
      facts({ sight: sight({ finding: { kind: 'answered', status: status(change) } }) }),
    )
    expect(verdict).toMatchObject({ kind, detail })
  })

  it('names the HTTP status of a mirror that fails', () => {
    expect(verdictOf(facts({ sight: failed('failing', 500) })).detail).toBe('500')
  })

  it.each(PROBE_FAILURES)('is never good after the failure %s', (failure) => {
    expect(severityOf(verdictOf(facts({ sight: failed(failure) })).kind)).not.toBe('good')
  })

  it('says since when: by the record where the record decides, else since the console saw it', () => {
    expect(verdictOf(facts({ record: seen(300_001), sight: null })).since).toEqual({
      at: NOW - 300_001,
      byRecord: true,
    })
    expect(verdictOf(facts({ sight: failed('timed-out') })).since).toEqual({
      at: NOW - 60_000,
      byRecord: false,
    })
    expect(verdictOf(facts({ sight: null })).since).toBeNull()
    // How long the mirror has answered is no answer to that.
    const seenBefore = { at: NOW - 7000, wentBackAt: NOW - 3000 }
    expect(verdictOf(facts({ seenBefore })).since).toEqual({ at: NOW - 3000, byRecord: false })
    expect(verdictOf(facts({ isAddressShared: true })).since).toBeNull()
  })
})
