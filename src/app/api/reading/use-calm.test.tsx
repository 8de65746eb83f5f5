import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useCalm } from './use-calm.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

const pass = (ms: number): void => {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

const begin = (value: number, isMoving: boolean) =>
  renderHook((props: { value: number; isMoving: boolean }) => useCalm(props.value, props.isMoving), {
    initialProps: { value, isMoving },
  })

describe('a value in motion', () => {
  it('is the newest one as long as it is not', () => {
    const { result, rerender } = begin(1, false)
    rerender({ value: 2, isMoving: false })
    expect(result.current).toBe(2)
  })

  it('is shown a few times a second, never older than a fifth of one', () => {
    const { result, rerender } = begin(1, true)
    const shown = new Set([result.current])
    for (let value = 2; value <= 100; value += 1) {
      rerender({ value, isMoving: true })
      pass(20)
      shown.add(result.current)
      expect(result.current).toBeGreaterThanOrEqual(value - 10)
    }
    expect(shown.size).toBeLessThanOrEqual(11)
  })

  it('is the last one at once when it comes to rest, and nothing goes on', () => {
    const { result, rerender } = begin(1, true)
    rerender({ value: 2, isMoving: true })
    expect(result.current).toBe(1)
    rerender({ value: 3, isMoving: false })
    expect(result.current).toBe(3)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('follows again when it comes into motion again', () => {
    const { result, rerender } = begin(1, true)
    rerender({ value: 2, isMoving: false })
    rerender({ value: 5, isMoving: true })
    pass(200)
    expect(result.current).toBe(5)
  })
})
