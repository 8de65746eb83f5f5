import { describe, expect, it } from 'vitest'
import type { MirroredRepository } from '#contract/mirrored-repository.ts'
import { PROBE_FAILURES, type ProbeResult } from '#contract/probe.ts'
import { availabilityWords, isServing } from './availability-words.ts'

const times = { checkedAt: 0, tookMs: 12, clockDifferenceMs: null }

const answered = (status: string | null, available: boolean | null): ProbeResult => ({
  kind: 'answered',
  answer: {
    repositoryId: '1',
    mirrorName: 'Dublin',
    available,
    status,
    lastUpdated: null,
    cloneUrls: [],
    pushUrls: [],
  } satisfies MirroredRepository,
  ...times,
})

const failed = (failure: (typeof PROBE_FAILURES)[number]) =>
  ({ kind: 'failed', failure, status: null, detail: null, ...times }) satisfies ProbeResult

describe('the word for an answer', () => {
  it.each([
    ['AVAILABLE', true, 'Available', 'good', true],
    ['AVAILABLE', null, 'Available', 'good', true],
    ['AVAILABLE', false, 'Unknown', 'unknown', false],
    [null, true, 'Available', 'good', true],
    [null, false, 'Unknown', 'unknown', false],
    ['NOT_MIRRORED', false, 'Not mirrored', 'off', false],
    ['NOT_MIRRORED', null, 'Not mirrored', 'off', false],
    ['NOT_MIRRORED', true, 'Unknown', 'unknown', false],
    ['INITIALIZING', false, 'Initializing', 'busy', false],
    ['INITIALIZING', true, 'Unknown', 'unknown', false],
    ['ERROR_INITIALIZING', false, 'Failed to initialize', 'bad', false],
    ['ERROR_AVAILABLE', true, 'Available but failing to update', 'attention', true],
    ['ERROR_AVAILABLE', false, 'Unknown', 'unknown', false],
    ['PAUSED', true, 'PAUSED', 'unknown', false],
    ['__proto__', false, '__proto__', 'unknown', false],
    ['A\u202EB', false, 'A[U+202E]B', 'unknown', false],
  ])('%s with available %s is "%s" (%s)', (status, available, word, tone, serves) => {
    const result = answered(status, available)
    expect(availabilityWords(result)).toMatchObject({ word, tone })
    expect(isServing(result)).toBe(serves)
  })

  it('names both halves of a contradiction', () =>
    expect(availabilityWords(answered('AVAILABLE', false)).meaning).toContain(
      'its state is "Available", but it says that it does not serve it',
    ))

  it('of an unknown state is cut before it floods the row', () =>
    expect(availabilityWords(answered('X'.repeat(4000), true)).word).toHaveLength(32))
})

describe('the word for a mirror that gave no answer', () => {
  it.each([
    ['unreachable', 'Unreachable'],
    ['refused', 'Refused'],
    ['timed-out', 'Timed out'],
    ['certificate', 'Certificate not trusted'],
    ['unreadable', 'Unreadable answer'],
    ['redirected', 'Unreadable answer'],
    ['too-large', 'Unreadable answer'],
    ['no-link', 'Not asked'],
    ['incomplete-list', 'Not asked'],
    ['foreign-link', 'Not asked'],
    ['forbidden-address', 'Not asked'],
    ['busy', 'Busy'],
    ['other-scheme', 'Not asked'],
    ['other-port', 'Not asked'],
    ['maintenance', 'In maintenance'],
    ['rate-limited', 'Rate limited'],
    ['failing', 'Failing'],
    ['unknown-repository', 'Does not know this repository'],
    ['other-repository', 'Answered about another repository'],
  ] as const)('%s is "%s"', (failure, word) => expect(availabilityWords(failed(failure)).word).toBe(word))

  it('names the status of a failure', () =>
    expect(availabilityWords({ ...failed('failing'), status: 502 }).word).toBe('Failing (502)'))

  it.each(PROBE_FAILURES)('%s never reads "Not mirrored" and never counts as serving', (failure) => {
    expect(availabilityWords(failed(failure)).word).not.toBe('Not mirrored')
    expect(isServing(failed(failure))).toBe(false)
  })
})
