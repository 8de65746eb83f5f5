import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { wait } from './wait.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('waits as long as requested', async () => {
  const ended = vi.fn<() => void>()
  const waiting = wait(3_000, new AbortController().signal).then(ended)
  await vi.advanceTimersByTimeAsync(2_999)
  expect(ended).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await waiting
  expect(ended).toHaveBeenCalledOnce()
})

it.for([3_000, Number.POSITIVE_INFINITY])(
  'ends when the caller gives up, after %s ms at most',
  async (ms) => {
    const giveUp = new AbortController()
    const waiting = wait(ms, giveUp.signal)
    giveUp.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    expect(vi.getTimerCount()).toBe(0)
  },
)

it('does not begin for a caller that has given up', async () => {
  await expect(wait(3_000, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
  expect(vi.getTimerCount()).toBe(0)
})
