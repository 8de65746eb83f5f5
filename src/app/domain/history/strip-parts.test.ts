import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HistorySpan } from '#contract/history.ts'
import { VERDICTS } from '#health/mirror-verdict.ts'
import { type StripPart, stripParts } from './strip-parts.ts'

const span = (from: number, to: number, verdict = 'healthy'): HistorySpan => ({ from, to, verdict })
const range = { from: 1000, to: 2000 }

describe('the parts of a strip', () => {
  it.each<[string, readonly HistorySpan[], readonly StripPart[]]>([
    ['nothing was seen', [], [{ at: 0, steps: 10, severity: null }]],
    ['all of it was seen', [span(0, 5000)], [{ at: 0, steps: 10, severity: 'good' }]],
    [
      'a short failure stays visible in a long good time',
      [span(1000, 1410), span(1410, 1420, 'unreachable'), span(1420, 2000)],
      [
        { at: 0, steps: 4, severity: 'good' },
        { at: 4, steps: 1, severity: 'bad' },
        { at: 5, steps: 5, severity: 'good' },
      ],
    ],
    [
      'nobody watched in between, which is never drawn as what stands around it',
      [span(1000, 1290), span(1710, 2000)],
      [
        { at: 0, steps: 3, severity: 'good' },
        { at: 3, steps: 4, severity: null },
        { at: 7, steps: 3, severity: 'good' },
      ],
    ],
    [
      'it was seen once',
      [span(1550, 1550, 'rate-limited')],
      [
        { at: 0, steps: 5, severity: null },
        { at: 5, steps: 1, severity: 'attention' },
        { at: 6, steps: 4, severity: null },
      ],
    ],
    [
      'different verdicts of one severity are one part',
      [span(1000, 1500, 'unreachable'), span(1500, 2000, 'timed-out')],
      [{ at: 0, steps: 10, severity: 'bad' }],
    ],
    [
      'a newer gateway knows a verdict that this page does not',
      [span(1000, 2000, 'on-fire')],
      [{ at: 0, steps: 10, severity: 'unknown' }],
    ],
    ['it was seen at another time', [span(0, 900), span(2100, 3000)], [{ at: 0, steps: 10, severity: null }]],
  ])('where %s', (_what, spans, parts) => {
    expect(stripParts(spans, range, 10)).toEqual(parts)
  })

  it('fill the strip without a gap or an overlap, whatever was seen', () => {
    const someSpan = fc
      .tuple(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom(...VERDICTS),
      )
      .map(([from, length, verdict]) => span(from, from + length, verdict))
    fc.assert(
      fc.property(fc.array(someSpan, { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), (spans, count) => {
        const parts = stripParts(spans, range, count)
        let next = 0
        for (const { at, steps } of parts) {
          expect(at).toBe(next)
          expect(steps).toBeGreaterThan(0)
          next = at + steps
        }
        expect(next).toBe(count)
      }),
    )
  })
})
