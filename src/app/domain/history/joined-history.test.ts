import { expect, it } from 'vitest'
import type { History, HistorySpan } from '#contract/history.ts'
import { joinedHistory } from './joined-history.ts'

const history = (
  from: number,
  to: number,
  spansById: Readonly<Record<string, HistorySpan[]>>,
  lastRoundAt: number | null = 100,
): History => ({
  from,
  to,
  lastRoundAt,
  problem: null,
  mirrors: Object.entries(spansById).map(([mirrorId, spans]) => ({
    mirrorId,
    spans,
    behind: null,
    measures: [],
    stepMs: 0,
  })),
})
const span = (from: number, to: number, verdict = 'healthy'): HistorySpan => ({ from, to, verdict })

it('two times are one: what reaches into both is told once, as long as it was', () => {
  const earlier = history(0, 50, { a: [span(0, 20, 'failing'), span(20, 60)], gone: [span(0, 50)] }, 60)
  const later = history(50, 100, { a: [span(20, 70), span(70, 100, 'refused')], young: [span(80, 100)] })
  expect(joinedHistory(earlier, later)).toEqual(
    history(0, 100, {
      a: [span(0, 20, 'failing'), span(20, 70), span(70, 100, 'refused')],
      young: [span(80, 100)],
      gone: [span(0, 50)],
    }),
  )
})
