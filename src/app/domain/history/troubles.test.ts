import { describe, expect, it } from 'vitest'
import type { HistorySpan } from '#contract/history.ts'
import { awayTroubles } from './away-troubles.ts'
import { troubleLength } from './trouble-words.tsx'
import { type Trouble, troublesOf } from './troubles.ts'

const span = (from: number, to: number, verdict = 'healthy'): HistorySpan => ({ from, to, verdict })
const MINUTE = 60_000

const mirror = (mirrorId: string, spans: HistorySpan[]) => ({
  mirrorId,
  spans,
  measures: [],
  stepMs: 0,
  behind: null,
})

describe('what was wrong with a mirror', () => {
  it.each<[string, readonly HistorySpan[], number | null, readonly Trouble[]]>([
    ['nothing', [span(0, 100)], 100, []],
    [
      'it went and came back',
      [span(0, 10), span(10, 20, 'timed-out'), span(20, 100)],
      100,
      [{ kind: 'timed-out', from: 10, isStartKnown: true, to: 20, end: 'ended' }],
    ],
    [
      'it goes on',
      [span(0, 10), span(10, 100, 'timed-out')],
      100,
      [{ kind: 'timed-out', from: 10, isStartKnown: true, to: 100, end: 'ongoing' }],
    ],
    [
      'it was wrong when the watch began',
      [span(0, 10, 'refused'), span(10, 100)],
      100,
      [{ kind: 'refused', from: 0, isStartKnown: false, to: 10, end: 'ended' }],
    ],
    [
      'its kind changed meanwhile: one trouble, by its worst',
      [span(0, 10), span(10, 20, 'rate-limited'), span(20, 30, 'unreachable'), span(30, 100)],
      100,
      [{ kind: 'unreachable', from: 10, isStartKnown: true, to: 30, end: 'ended' }],
    ],
    [
      'nobody watched its end',
      [span(0, 10), span(10, 20, 'failing'), span(60, 100)],
      100,
      [{ kind: 'failing', from: 10, isStartKnown: true, to: 20, end: 'unwatched' }],
    ],
    [
      'nobody watched between two of them: two troubles',
      [span(0, 20, 'failing'), span(60, 100, 'failing')],
      100,
      [
        { kind: 'failing', from: 0, isStartKnown: false, to: 20, end: 'unwatched' },
        { kind: 'failing', from: 60, isStartKnown: false, to: 100, end: 'ongoing' },
      ],
    ],
    [
      'the last round did not see the mirror any more',
      [span(0, 10), span(10, 90, 'failing')],
      100,
      [{ kind: 'failing', from: 10, isStartKnown: true, to: 90, end: 'unwatched' }],
    ],
    ['what is only not known', [span(0, 10), span(10, 100, 'without-status')], 100, []],
  ])('%s', (_what, spans, lastRoundAt, troubles) => {
    expect(troublesOf(spans, lastRoundAt)).toEqual(troubles)
  })

  it.each<[Partial<Trouble>, string]>([
    [{}, '5 minutes'],
    [{ end: 'ongoing' }, '5 minutes so far'],
    [{ end: 'unwatched' }, 'at least 5 minutes'],
    [{ isStartKnown: false }, 'at least 5 minutes'],
    [{ isStartKnown: false, end: 'ongoing' }, 'at least 5 minutes so far'],
    [{ to: 0 }, 'less than a minute'],
    [{ to: 0, end: 'ongoing' }, 'less than a minute so far'],
    [{ to: 0, isStartKnown: false }, 'at least a moment'],
    [{ to: 0, isStartKnown: false, end: 'ongoing' }, 'at least a moment so far'],
    [{ to: 0, end: 'unwatched' }, 'at least a moment'],
  ])('is told with its length as far as it is known: %j', (more, words) => {
    const known: Trouble = { kind: 'refused', from: 0, isStartKnown: true, to: 5 * MINUTE, end: 'ended' }
    expect(troubleLength({ ...known, ...more })).toBe(words)
  })

  it('while somebody was away is what has passed, the newest first', () => {
    const found = awayTroubles({
      from: 0,
      to: 100,
      lastRoundAt: 100,
      problem: null,
      mirrors: [
        mirror('a', [span(0, 10), span(10, 20, 'refused'), span(20, 100)]),
        mirror('b', [span(0, 40, 'failing'), span(40, 100)]),
        mirror('c', [span(0, 50), span(50, 100, 'timed-out')]),
      ],
    })
    expect(found.map(({ mirrorId }) => mirrorId)).toEqual(['b', 'a'])
  })
})
