import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { send } from './client.ts'

const QUESTION = { method: 'GET', target: '/rest/x', headers: {}, body: null } as const

/** A server that never answers, and ends when the browser gives up. */
const neverAnswers = (_url: URL, { signal }: { signal: AbortSignal }) =>
  new Promise<Response>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
  })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a request that nothing answers', () => {
  it('ends after 45 seconds, and blames neither the network nor Bitbucket', async () => {
    vi.stubGlobal('fetch', neverAnswers)
    const asked = Promise.allSettled([send(QUESTION)])
    await vi.advanceTimersByTimeAsync(45_000)
    expect(await asked).toMatchObject([{ reason: { kind: 'no-answer' } }])
  })

  it('ends as its asker wishes before that', async () => {
    vi.stubGlobal('fetch', neverAnswers)
    const end = new AbortController()
    const asked = Promise.allSettled([send(QUESTION, end.signal)])
    await vi.advanceTimersByTimeAsync(44_999)
    end.abort()
    expect(await asked).toMatchObject([{ reason: { name: 'AbortError' } }])
  })

  it('is something else than a network that is gone', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(send(QUESTION)).rejects.toMatchObject({ kind: 'offline' })
  })
})
