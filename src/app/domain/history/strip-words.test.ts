import { describe, expect, it } from 'vitest'
import type { HistorySpan } from '#contract/history.ts'
import { stripWords } from './strip-words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const range = { from: 0, to: 24 * HOUR }
const span = (from: number, to: number, verdict = 'healthy'): HistorySpan => ({ from, to, verdict })

describe('a strip in words', () => {
  it.each<[readonly HistorySpan[], string]>([
    [[], 'Not watched for 1 day'],
    [[span(-HOUR, 25 * HOUR)], 'Healthy for 1 day'],
    [
      [
        span(0, 10 * HOUR),
        span(10 * HOUR, 10 * HOUR + 40 * MINUTE, 'timed-out'),
        span(10 * HOUR + 40 * MINUTE, 24 * HOUR),
      ],
      'Timed out for 40 minutes, healthy for 23 hours',
    ],
    [[span(12 * HOUR, 24 * HOUR)], 'Healthy for 12 hours, not watched for 12 hours'],
    [[span(0, 24 * HOUR - MINUTE)], 'Healthy for 24 hours'],
    [
      [span(0, HOUR), span(HOUR, HOUR, 'refused')],
      'Refused seen once, healthy for 1 hour, not watched for 23 hours',
    ],
    [[span(25 * HOUR, 26 * HOUR)], 'Not watched for 1 day'],
  ])('says how long what held, the worst first', (spans, words) => {
    expect(stripWords(spans, range)).toBe(words)
  })
})
