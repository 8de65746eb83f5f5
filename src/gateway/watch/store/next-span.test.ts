import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HistorySpan } from '#contract/history.ts'
import { MAX_BREAK_MS, nextSpan } from './next-span.ts'

const current: HistorySpan = { from: 1_000_000, to: 1_200_000, verdict: 'healthy' }
const spanOf = (span: readonly [number, number, string] | null): HistorySpan | null =>
  span && { from: span[0], to: span[1], verdict: span[2] }

const soon = current.to + MAX_BREAK_MS
const late = soon + 1

describe('what becomes of a span when its mirror is seen again', () => {
  it.each([
    ['begins at the first sight', null, 5, 'healthy', null, [5, 5, 'healthy']],
    ['goes on with the same verdict', current, soon, 'healthy', null, [1_000_000, soon, 'healthy']],
    [
      'ends where another verdict begins',
      current,
      soon,
      'unreachable',
      [1_000_000, soon, 'healthy'],
      [soon, soon, 'unreachable'],
    ],
    [
      'ends at its last sight before a long break, also with the same verdict',
      current,
      late,
      'healthy',
      [1_000_000, 1_200_000, 'healthy'],
      [late, late, 'healthy'],
    ],
    [
      'ends at its last sight before a long break with another verdict',
      current,
      late,
      'unreachable',
      [1_000_000, 1_200_000, 'healthy'],
      [late, late, 'unreachable'],
    ],
    [
      'is cut to the present when the clock went back into it',
      current,
      1_100_000,
      'healthy',
      null,
      [1_000_000, 1_100_000, 'healthy'],
    ],
    [
      'ends at the present when the clock went back into it and the verdict changed',
      current,
      1_100_000,
      'unreachable',
      [1_000_000, 1_100_000, 'healthy'],
      [1_100_000, 1_100_000, 'unreachable'],
    ],
    [
      'never was when the clock went back before it',
      current,
      999_999,
      'healthy',
      null,
      [999_999, 999_999, 'healthy'],
    ],
  ] as const)('%s', (_what, before, at, verdict, ended, next) => {
    expect(nextSpan(before, at, verdict)).toEqual({ ended: spanOf(ended), current: spanOf(next) })
  })
})

/** All spans of a mirror after these sights. The store cuts what lies in the future of a sight, as is done here. */
const spansAfter = (sights: readonly { readonly at: number; readonly verdict: string }[]) => {
  let past: readonly HistorySpan[] = []
  let current: HistorySpan | null = null
  for (const { at, verdict } of sights) {
    past = past.flatMap(({ from, to, verdict }) =>
      from > at ? [] : [{ from, to: Math.min(to, at), verdict }],
    )
    const change = nextSpan(current, at, verdict)
    past = change.ended === null ? past : [...past, change.ended]
    current = change.current
  }
  return current === null ? past : [...past, current]
}

const steps = (least: number) =>
  fc.array(
    fc.record({
      step: fc.oneof(
        fc.integer({ min: least, max: 2 * MAX_BREAK_MS }),
        fc.constantFrom(MAX_BREAK_MS, MAX_BREAK_MS + 1, 0, 30_000),
      ),
      verdict: fc.constantFrom('healthy', 'unreachable', 'failing'),
    }),
    { maxLength: 40 },
  )

const sightsOf = (all: readonly { readonly step: number; readonly verdict: string }[]) => {
  let at = 1_000_000_000
  return all.map(({ step, verdict }) => ({ at: (at += step), verdict }))
}

describe('the spans of a mirror, however it was seen', () => {
  it('are in order, do not overlap, and end no later than the last sight, also when the clock goes back', () => {
    fc.assert(
      fc.property(steps(-5 * MAX_BREAK_MS), (all) => {
        const sights = sightsOf(all)
        const spans = spansAfter(sights)
        for (const [at, { from, to }] of spans.entries()) {
          expect(from).toBeLessThanOrEqual(to)
          expect(from).toBeGreaterThanOrEqual(spans[at - 1]?.to ?? from)
        }
        expect(spans.at(-1)?.to).toBe(sights.at(-1)?.at)
      }),
    )
  })

  it('cover every short time between two sights with what was seen at its beginning, and no long break', () => {
    fc.assert(
      fc.property(steps(0), (all) => {
        const sights = sightsOf(all)
        const spans = spansAfter(sights)
        for (const [at, sight] of sights.entries()) {
          const next = sights[at + 1]
          if (next === undefined || next.at === sight.at) continue
          const covering = spans.filter(({ from, to }) => from < next.at && to > sight.at)
          const isBreak = next.at - sight.at > MAX_BREAK_MS
          expect(covering.map(({ verdict }) => verdict)).toEqual(isBreak ? [] : [sight.verdict])
        }
      }),
    )
  })
})
