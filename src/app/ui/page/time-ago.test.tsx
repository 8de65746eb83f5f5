import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TimeAgo } from './time-ago.tsx'

const START = Date.UTC(2026, 10, 27, 3)

/** What stands there `lateMs` after the last tick about a moment that is `aheadMs` from then. */
const said = (lateMs: number, aheadMs: number) => {
  const { rerender } = render(<TimeAgo instant={START} />)
  act(() => void vi.advanceTimersByTime(lateMs))
  rerender(<TimeAgo instant={Date.now() + aheadMs} />)
  return screen.getByRole('time').textContent
}

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('an age on screen', () => {
  it('of what was read since the last tick is "just now", not in the future', () => {
    expect(said(4900, 0)).toBe('just now')
  })

  it('of a clock that is ahead stays in the future', () => {
    expect(said(0, 7 * 60_000)).toBe('in 7 minutes')
  })
})
