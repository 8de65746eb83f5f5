import { QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { PropsWithChildren } from 'react'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { liveFeed } from '#app/api/live-feed.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { IDLE_AFTER_MS } from '#app/browser/activity.ts'
import { usePolling } from './use-polling.ts'

const INTERVAL_MS = 60_000
const KEY = ['fed']

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** A page that shows one query, which events bring from time to time. */
const setUp = () => {
  const client = createQueryClient()
  const read = vi.fn(() => Promise.resolve('asked'))
  client.setQueryData(KEY, 'first')
  const observer = new QueryObserver(client, { queryKey: KEY, queryFn: read, staleTime: 10_000 })
  onTestFinished(observer.subscribe(() => undefined))
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => usePolling(INTERVAL_MS), { wrapper })
  const bring = () => {
    const now = Date.now()
    client.setQueryData(KEY, 'brought', { updatedAt: now })
    const hash = client.getQueryCache().find({ queryKey: KEY })?.queryHash ?? ''
    liveFeed.note({ heardAt: now, readAt: now, hashes: new Set([hash]) })
  }
  /** Lets rounds of the watch come, each 30 s. */
  const passRounds = async (count: number) => {
    for (let round = 0; round < count; round += 1) {
      bring()
      await pass(30_000)
    }
  }
  return { read, result, passRounds }
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 27, 3) })
})
afterEach(() => {
  liveFeed.note(null)
  vi.useRealTimers()
})

describe('polling what events bring', () => {
  it('rests while they come, also without input for long, and goes on when they end', async () => {
    const { read, result, passRounds } = setUp()
    await passRounds(2 + (2 * IDLE_AFTER_MS) / 60_000)
    expect(read).not.toHaveBeenCalled()
    expect(result.current.state).toEqual({ kind: 'on' })
    dispatchEvent(new Event('pointermove'))
    await pass(2 * INTERVAL_MS)
    expect(read).toHaveBeenCalled()
  })

  it('is done by the button all the same', async () => {
    const { read, result, passRounds } = setUp()
    await passRounds(1)
    act(() => result.current.refresh())
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('is done at once when another replica has looked', async () => {
    const { read } = setUp()
    await pass(20_000)
    liveFeed.noteRound()
    await pass(1000)
    expect(read).toHaveBeenCalledTimes(1)
    await pass(20_000)
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('is not done when a tab comes back into view', async () => {
    const { read, passRounds } = setUp()
    await passRounds(1)
    dispatchEvent(new Event('visibilitychange'))
    await pass(1)
    expect(read).not.toHaveBeenCalled()
    await pass(20_000)
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    await pass(1)
    expect(read).toHaveBeenCalledTimes(1)
  })
})
