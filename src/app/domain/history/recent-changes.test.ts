import { expect, it } from 'vitest'
import type { HistorySpan } from '#contract/history.ts'
import { recentChanges } from './recent-changes.ts'

const span = (from: number, to: number, verdict: string): HistorySpan => ({ from, to, verdict })

it.each<[string, readonly HistorySpan[], readonly (readonly [string, number])[]]>([
  ['nothing without trouble', [span(0, 100, 'healthy')], []],
  ['what began and goes on', [span(0, 60, 'healthy'), span(60, 100, 'failing')], [['began', 60]]],
  [
    'what began and ended, the newest first',
    [span(0, 60, 'healthy'), span(60, 70, 'failing'), span(70, 100, 'healthy')],
    [
      ['ended', 70],
      ['began', 60],
    ],
  ],
  [
    'only what is recent',
    [span(0, 10, 'healthy'), span(10, 70, 'failing'), span(70, 100, 'healthy')],
    [['ended', 70]],
  ],
  ['no begin that was not seen', [span(60, 100, 'failing')], []],
  [
    'no end that was not seen',
    [span(0, 60, 'healthy'), span(60, 70, 'failing'), span(90, 100, 'healthy')],
    [['began', 60]],
  ],
])('tells %s', (_what, spans, changes) => {
  const history = {
    from: 0,
    to: 100,
    lastRoundAt: 100,
    problem: null,
    mirrors: [{ mirrorId: 'm', spans: [...spans], measures: [], stepMs: 1, behind: null }],
  }
  expect(recentChanges(history, 50).map(({ what, at }) => [what, at])).toEqual(changes)
})
