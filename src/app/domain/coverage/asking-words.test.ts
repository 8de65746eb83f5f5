import { expect, it } from 'vitest'
import { Problem } from '#app/api/problem.ts'
import { askingWords } from './asking-words.ts'
import { createCoverageAnswers } from './coverage-answers.ts'
import type { RunPhase, RunSnapshot } from './coverage-run.ts'
import { createProjectSamples } from './project-samples.ts'

const limited = new Problem({ kind: 'rate-limited', status: 429 })

const run = (phase: RunPhase, given: Partial<RunSnapshot> = {}): RunSnapshot => ({
  answers: createCoverageAnswers(),
  samples: createProjectSamples(),
  phase,
  at: 0,
  asked: 50,
  budget: 1000,
  left: 199_950,
  pace: { asked: 50, tookMs: 5000 },
  paused: new Set(),
  ...given,
})

it.each<[string, RunSnapshot, boolean, string]>([
  [
    'nothing',
    run({ kind: 'idle' }),
    false,
    'No mirror was asked about a repository yet. Nothing is asked until you start.',
  ],
  [
    'a reload',
    run({ kind: 'idle' }),
    true,
    'Answers from before are shown. Nothing is asked until you start.',
  ],
  ['a while', run({ kind: 'asking' }), true, '50 of at most 1,000 questions asked, about 2 minutes left.'],
  [
    'a mirror that fails',
    run({ kind: 'asking' }, { paused: new Set(['a']), pace: { asked: 1, tookMs: 9 } }),
    true,
    '50 of at most 1,000 questions asked. 1 mirror failed 3 times in a row and is paused until the next start.',
  ],
  [
    '429',
    run({ kind: 'waiting', until: 31_000, problem: limited }),
    true,
    'Rate limited by Bitbucket: goes on in 30 seconds. 50 of at most 1,000 questions asked.',
  ],
  [
    'a click',
    run({ kind: 'paused', reason: 'person' }),
    true,
    'Paused: 50 of at most 1,000 questions asked.',
  ],
  [
    'a navigation',
    run({ kind: 'paused', reason: 'left' }),
    true,
    'Paused when you left the page: 50 of at most 1,000 questions asked.',
  ],
  [
    'an absence',
    run({ kind: 'paused', reason: 'away' }),
    true,
    'Paused while you are away: 50 of at most 1,000 questions asked.',
  ],
  [
    'a reload while asking',
    run({ kind: 'paused', reason: 'reload' }),
    true,
    'Paused when the page was loaded again: 50 of at most 1,000 questions asked.',
  ],
  [
    'its budget',
    run({ kind: 'budget-spent' }),
    true,
    '50 of at most 1,000 questions asked, 199,950 left to ask.',
  ],
  ['the last question', run({ kind: 'done' }), true, 'Done: 50 questions asked.'],
  [
    'an outage',
    run({ kind: 'stopped', problem: new Problem({ kind: 'offline' }) }),
    true,
    'Stopped: The console cannot reach its server. 50 of at most 1,000 questions asked.',
  ],
])('after %s, asking is told in words', (_what, snapshot, isKnown, words) => {
  expect(askingWords(snapshot, { now: 1000, isKnown })).toBe(words)
})
