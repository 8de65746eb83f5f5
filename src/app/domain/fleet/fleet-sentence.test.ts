import { describe, expect, it } from 'vitest'
import type { ProblemKind } from '#app/api/problem.ts'
import { type FleetFacts, fleetSentence, type ListFacts } from './fleet-sentence.ts'

const read = (count: number, isWhole = true, problem: ProblemKind | null = null): ListFacts => ({
  count,
  text: isWhole ? String(count) : `at least ${String(count)}`,
  isWhole,
  problem,
})
const failed = (problem: ProblemKind | null): ListFacts => ({
  count: null,
  text: '',
  isWhole: false,
  problem,
})

const calm: FleetFacts = {
  mirrors: read(19),
  requests: read(0),
  wrong: 0,
  unknown: 0,
  healthy: 19,
  silenced: 0,
  isBad: false,
  isAsking: false,
}

describe('the state of the fleet in one sentence', () => {
  it.each<[string, Partial<FleetFacts>, string, string]>([
    [
      'what needs attention, and what waits',
      { wrong: 9, healthy: 10, isBad: true, requests: read(6) },
      'bad',
      '9 of 19 mirrors need attention; 6 requests wait.',
    ],
    [
      'one of each',
      { wrong: 1, healthy: 18, requests: read(1) },
      'attention',
      '1 of 19 mirrors needs attention; 1 request waits.',
    ],
    [
      'what is not known beside what is wrong',
      { wrong: 9, unknown: 3, healthy: 7, isBad: true },
      'bad',
      '9 of 19 mirrors need attention, 3 are not known; no request waits.',
    ],
    [
      'lower bounds as such',
      { mirrors: read(19, false), wrong: 9, isBad: true, requests: read(60, false) },
      'bad',
      'At least 9 of at least 19 mirrors need attention; at least 60 requests wait.',
    ],
    ['green only where every mirror is healthy', {}, 'good', 'All 19 mirrors are healthy; no request waits.'],
    [
      'or known to need nothing',
      { healthy: 17 },
      'good',
      'No mirror needs attention: 17 of 19 mirrors are healthy; no request waits.',
    ],
    [
      'a fleet of one',
      { mirrors: read(1), healthy: 1 },
      'good',
      'The one mirror is healthy; no request waits.',
    ],
    [
      'not green where none is healthy',
      { healthy: 0 },
      'unknown',
      'No problem found, but none of 19 mirrors is healthy; no request waits.',
    ],
    [
      'not green where one is not known',
      { unknown: 1, healthy: 18 },
      'unknown',
      'No problem found, but 1 of 19 mirrors is not known; no request waits.',
    ],
    [
      'not green where the list is not whole',
      { mirrors: read(19, false) },
      'unknown',
      'No problem found, but the list of mirrors is incomplete; no request waits.',
    ],
    [
      'silenced mirrors apart, and is not green with them',
      { silenced: 2, healthy: 17 },
      'unknown',
      'No problem found, apart from 2 silenced of 19 mirrors; no request waits.',
    ],
    [
      'what is silenced beside what is wrong',
      { wrong: 1, silenced: 2, healthy: 16 },
      'attention',
      '1 of 19 mirrors needs attention, 2 are silenced; no request waits.',
    ],
    [
      'not green while something is asked',
      { isAsking: true },
      'unknown',
      'No problem found so far with 19 mirrors; no request waits.',
    ],
    [
      'the first question as such',
      { isAsking: true, unknown: 19, healthy: 0 },
      'unknown',
      'Asking 19 mirrors; no request waits.',
    ],
    [
      'no mirror',
      { mirrors: read(0), healthy: 0 },
      'off',
      'There is no mirror server yet; no request waits.',
    ],
    [
      'a list without a readable row',
      { mirrors: read(0, false), healthy: 0 },
      'unknown',
      'No mirror server could be read; no request waits.',
    ],
    ['nothing yet', { mirrors: failed(null) }, 'unknown', 'Reading the list of mirrors.'],
    [
      'a Bitbucket that is away',
      { mirrors: failed('unreachable'), requests: failed('unreachable') },
      'unknown',
      'Bitbucket cannot be reached, so the state of the mirrors is not known; whether requests wait is not known.',
    ],
    [
      'a Bitbucket without a licence for mirroring',
      { mirrors: failed('conflict'), requests: failed('conflict') },
      'unknown',
      'Mirroring is not available on this Bitbucket, so the state of the mirrors is not known; whether requests wait is not known.',
    ],
    [
      'never green, where it could not be read again',
      { mirrors: read(19, true, 'unreachable'), requests: read(6, true, 'unreachable') },
      'unknown',
      'When last read: all 19 mirrors are healthy; 6 requests waited when last read.',
    ],
    [
      'a permission that is gone',
      { mirrors: read(19, true, 'not-permitted'), wrong: 2, isBad: true, requests: failed('not-permitted') },
      'bad',
      'When last read: 2 of 19 mirrors need attention.',
    ],
    [
      'nothing of requests to those who may not list them',
      { requests: failed('not-permitted') },
      'good',
      'All 19 mirrors are healthy.',
    ],
    [
      'nothing but that, to those who may list nothing',
      { mirrors: failed('not-permitted'), requests: failed('not-permitted') },
      'off',
      'You are not permitted to see mirrors.',
    ],
  ])('says %s', (_what, facts, tone, text) => {
    expect(fleetSentence({ ...calm, ...facts })).toEqual({ tone, text })
  })
})
