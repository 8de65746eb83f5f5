import { describe, expect, it } from 'vitest'
import type { ProbeFailure, ProbeResult } from '#contract/probe.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { type ServedBy, servedBy, servedText } from './served-by.ts'

const times = (checkedAt: number) => ({ checkedAt, tookMs: 1, clockDifferenceMs: 0 })

const answered = (status: string, available: boolean, checkedAt = 1000): ProbeResult => ({
  kind: 'answered',
  answer: {
    repositoryId: '1',
    mirrorName: null,
    status,
    available,
    lastUpdated: null,
    cloneUrls: [],
    pushUrls: [],
  },
  ...times(checkedAt),
})
const failed = (failure: ProbeFailure = 'timed-out'): ProbeResult => ({
  kind: 'failed',
  failure,
  status: null,
  detail: null,
  ...times(3000),
})

const served = answered('AVAILABLE', true)
const MIRRORS = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

const verdicts = (kinds: Readonly<Record<string, VerdictKind>>) =>
  new Map(
    Object.entries(kinds).map(([id, kind]) => [
      id,
      { kind, checkedAt: null, since: null, detail: null, clockDifferenceMs: null },
    ]),
  )

describe('what is known of the mirrors of a repository', () => {
  it.each<[string, Record<string, ProbeResult>, Record<string, VerdictKind>, ServedBy, string]>([
    ['nothing was asked', {}, {}, { serving: 0, asked: 0, of: 3, oldest: null }, 'Not asked'],
    [
      'all serve it',
      { a: served, b: served, c: answered('AVAILABLE', true, 500) },
      {},
      { serving: 3, asked: 3, of: 3, oldest: 500 },
      '3 of 3',
    ],
    [
      'one was not asked',
      { a: served, b: answered('NOT_MIRRORED', false) },
      {},
      { serving: 1, asked: 2, of: 3, oldest: 1000 },
      '1 of 3, 1 not asked',
    ],
    [
      'one did not answer',
      { a: served, b: served, c: failed() },
      {},
      { serving: 2, asked: 3, of: 3, oldest: 1000 },
      '2 of 3',
    ],
    [
      'one said that it serves it, and cannot serve now',
      { a: served, b: served, c: served },
      { a: 'healthy', b: 'unreachable', c: 'answers-not-seen' },
      { serving: 2, asked: 3, of: 3, oldest: 1000 },
      '2 of 3',
    ],
    [
      'Bitbucket gave no link for any',
      { a: failed('no-link'), b: failed('no-link'), c: failed('incomplete-list') },
      {},
      { serving: 0, asked: 0, of: 3, oldest: null },
      'Not asked',
    ],
    [
      'some could not be asked',
      { a: served, b: failed('busy'), c: failed('forbidden-address') },
      {},
      { serving: 1, asked: 1, of: 3, oldest: 1000 },
      '1 of 3, 2 not asked',
    ],
    [
      'one that is gone from Bitbucket answered before',
      { gone: served },
      {},
      { serving: 0, asked: 0, of: 3, oldest: null },
      'Not asked',
    ],
    [
      'one contradicts itself',
      { a: answered('AVAILABLE', false), b: served, c: served },
      {},
      { serving: 2, asked: 3, of: 3, oldest: 1000 },
      '2 of 3',
    ],
  ])('%s', (_what, answers, kinds, expected, text) => {
    const known = Object.entries(answers).map(([mirrorId, result]) => ({
      mirrorId,
      repositoryId: '1',
      result,
    }))
    const found = servedBy(MIRRORS, verdicts(kinds), known)
    expect(found).toEqual(expected)
    expect(servedText(found)).toBe(text)
  })
})
