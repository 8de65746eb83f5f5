import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IDLE_AFTER_MS } from './activity.ts'
import { followAttendance } from './follow-attendance.ts'

const MINUTE = 60_000

const hide = (isHidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden)
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

const follow = () => {
  const seen: boolean[] = []
  const stop = followAttendance((isAway) => seen.push(isAway))
  return { seen, stop }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('whether a person is there', () => {
  it('is asked again after a quarter of an hour without input, and the first input answers', () => {
    const { seen, stop } = follow()
    vi.advanceTimersByTime(IDLE_AFTER_MS - MINUTE)
    dispatchEvent(new Event('pointermove'))
    vi.advanceTimersByTime(IDLE_AFTER_MS - MINUTE)
    expect(seen).toEqual([])
    vi.advanceTimersByTime(MINUTE)
    expect(seen).toEqual([true])
    dispatchEvent(new Event('keydown'))
    expect(seen).toEqual([true, false])
    stop()
  })

  it('is no question while another tab is looked at for a while, but when it takes long', () => {
    const { seen, stop } = follow()
    hide(true)
    vi.advanceTimersByTime(4 * MINUTE)
    hide(false)
    vi.advanceTimersByTime(MINUTE)
    hide(true)
    vi.advanceTimersByTime(4 * MINUTE)
    expect(seen).toEqual([])
    vi.advanceTimersByTime(MINUTE)
    expect(seen).toEqual([true])
    hide(false)
    expect(seen).toEqual([true, false])
    stop()
  })

  it('is not followed any more at the end', () => {
    const { seen, stop } = follow()
    stop()
    vi.advanceTimersByTime(2 * IDLE_AFTER_MS)
    expect([seen, vi.getTimerCount()]).toEqual([[], 0])
  })
})
