import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useIsGathering } from './use-is-gathering.ts'

/** How many answers are awaited at which moment, in ms; `null` while that is not known. */
type Course = readonly (readonly [ms: number, open: number | null])[]

/** How closely its end is looked at, in ms. */
const STEP_MS = 100

/** When it ends, in ms. */
const CASES: readonly (readonly [what: string, course: Course, endsAt: number])[] = [
  ['all answers have come', [[200, 0]], 200],
  ['none has come for a second', [], 1000],
  ['some came, and half a second after the last one', [[200, 2]], 700],
  [
    'they come one by one for three seconds',
    [400, 800, 1200, 1600, 2000, 2400, 2800].map((ms, at) => [ms, 20 - at]),
    3000,
  ],
  [
    'they come although it was not known for long how many',
    [
      [5000, 2],
      [5100, 0],
    ],
    5100,
  ],
]

describe('what first answers make up is not drawn', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each(CASES)('until %s', (_what, course, endsAt) => {
    const isLate = (course[0]?.[0] ?? 0) >= 5000
    const { result, rerender } = renderHook(({ open }: { open: number | null }) => useIsGathering(open), {
      initialProps: { open: isLate ? null : 20 },
    })
    const events = new Map(course)
    const ended: number[] = []
    for (let ms = 0; ms <= 6000; ms += STEP_MS) {
      const open = events.get(ms)
      if (open !== undefined) rerender({ open })
      if (!result.current) ended.push(ms)
      act(() => void vi.advanceTimersByTime(STEP_MS))
    }
    expect(ended[0]).toBe(endsAt)
    expect(result.current).toBe(false)
    rerender({ open: 5 })
    expect(result.current).toBe(false)
  })
})
