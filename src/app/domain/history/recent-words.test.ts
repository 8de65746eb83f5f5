import { expect, it } from 'vitest'
import { recentWords } from './recent-words.ts'

const HOUR = 3_600_000
const END = 100 * HOUR

/** A stretch that began and ended so many hours before the end. */
const span = (from: number, to: number, verdict = 'healthy') => ({
  from: END - from * HOUR,
  to: END - to * HOUR,
  verdict,
})
const said = (...mirrors: readonly (readonly ReturnType<typeof span>[])[]) =>
  recentWords({
    from: END - 24 * HOUR,
    to: END,
    lastRoundAt: END,
    problem: null,
    mirrors: mirrors.map((spans, at) => ({
      mirrorId: String(at),
      spans: [...spans],
      measures: [],
      stepMs: 60_000,
      behind: null,
    })),
  })

it.each([
  ['nobody watched', [], 'Not watched in the last 12 hours'],
  ['it was watched before that alone', [[span(24, 13)]], 'Not watched in the last 12 hours'],
  ['it was watched for three hours', [[span(3, 0)]], 'Nothing; watched 3 hours of 12 hours'],
  [
    'two mirrors were watched one after the other',
    [[span(6, 4)], [span(4, 3)]],
    'Nothing; watched 3 hours of 12 hours',
  ],
  ['two mirrors were watched together', [[span(3, 0)], [span(2, 0)]], 'Nothing; watched 3 hours of 12 hours'],
  ['it was watched for 100 minutes', [[span(5 / 3, 0)]], 'Nothing; watched 1 hour of 12 hours'],
  ['the watch has just begun', [[span(1 / 120, 0)]], 'Nothing; watched 30 seconds of 12 hours'],
  ['all of it was watched', [[span(24, 0)]], 'Nothing in 12 hours'],
  ['a restart missed a minute', [[span(24, 6), span(5.98, 0)]], 'Nothing in 12 hours'],
  [
    'a problem came and went',
    [[span(24, 5), span(5, 4, 'timed-out'), span(4, 0)]],
    '1 problem began, 1 ended in 12 hours',
  ],
  [
    'a problem came in three hours that were watched',
    [[span(3, 2), span(2, 0, 'timed-out')]],
    '1 problem began, 0 ended; watched 3 hours of 12 hours',
  ],
] as const)('where %s, that is said', (_what, mirrors, words) => {
  expect(said(...mirrors)).toBe(words)
})
