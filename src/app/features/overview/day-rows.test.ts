import { expect, it } from 'vitest'
import type { HistorySpan } from '#contract/history.ts'
import { mirrorSample } from '#app/domain/mirror/testing/mirror-sample.ts'
import { dayRows } from './day-rows.ts'

const span = (from: number, to: number, verdict = 'healthy'): HistorySpan => ({ from, to, verdict })

it('mirrors with trouble now come first, the worst before, then those with the most trouble', () => {
  const spans: Readonly<Record<string, HistorySpan[]>> = {
    calm: [span(0, 100)],
    'long ago': [span(0, 10), span(10, 60, 'unreachable'), span(60, 100)],
    'a little': [span(0, 10), span(10, 20, 'unreachable'), span(20, 100)],
    'rate limited now': [span(0, 90), span(90, 100, 'rate-limited')],
    'not reachable now': [span(0, 99), span(99, 100, 'unreachable')],
  }
  const mirrors = [...Object.keys(spans), 'never watched'].map((id) => mirrorSample(id))
  const history = {
    from: 0,
    to: 100,
    lastRoundAt: 100,
    problem: null,
    mirrors: Object.entries(spans).map(([mirrorId, own]) => ({
      mirrorId,
      spans: own,
      measures: [],
      stepMs: 0,
      behind: null,
    })),
  }
  expect(dayRows(mirrors, history).map(({ mirror }) => mirror.id)).toEqual([
    'not reachable now',
    'rate limited now',
    'long ago',
    'a little',
    'calm',
    'never watched',
  ])
})
