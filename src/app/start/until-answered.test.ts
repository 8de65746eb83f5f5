import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { untilAnswered } from './until-answered.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Whether the wait is over, for a client that was asked something. */
const waitWith = (answer: Promise<string>) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.prefetchQuery({ queryKey: ['asked'], queryFn: () => answer }).catch(() => undefined)
  const over = vi.fn<() => void>()
  void untilAnswered(client).then(over)
  return { client, over }
}

describe('the first page', () => {
  it('is drawn with an answer that has come already', async () => {
    const { client, over } = waitWith(Promise.resolve('here'))
    await vi.advanceTimersByTimeAsync(1)
    expect(over).toHaveBeenCalled()
    expect(client.getQueryData(['asked'])).toBe('here')
  })

  it('does not wait longer for an answer that failed', async () => {
    const { over } = waitWith(Promise.reject(new Error('refused')))
    await vi.advanceTimersByTimeAsync(1)
    expect(over).toHaveBeenCalled()
  })

  it('waits a tenth of a second at most', async () => {
    const { over } = waitWith(new Promise(() => undefined))
    await vi.advanceTimersByTimeAsync(99)
    expect(over).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(over).toHaveBeenCalled()
  })

  it('waits for nothing when nothing was asked', async () => {
    await expect(untilAnswered(new QueryClient())).resolves.toBeUndefined()
  })
})
