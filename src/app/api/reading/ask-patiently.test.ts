import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '#app/api/problem.ts'
import { askPatiently } from './ask-patiently.ts'
import { listWaits } from './list-waits.ts'

const START = Date.UTC(2026, 10, 27, 3)

const limited = (retryAfterMs: number | null) =>
  new Problem({ kind: 'rate-limited', status: 429, retryAfterMs })

/** Answers with each of these in turn, then with a page. */
const answering = (...problems: readonly Problem[]) => {
  let asked = 0
  return vi.fn(async () => {
    asked += 1
    const problem = problems[asked - 1]
    if (problem) throw problem
    return 'page'
  })
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const never = new AbortController().signal

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a page that Bitbucket has no time for', () => {
  it.each([
    ['as long as it asks for', 30_000, 30_000],
    ['a minute where it does not say', null, 60_000],
    ['a second at least', 0, 1000],
  ])('is asked for again after %s, and the wait is known', async (_how, retryAfterMs, ms) => {
    const ask = answering(limited(retryAfterMs))
    const answer = askPatiently('list', ask, never)
    await pass(ms - 1)
    expect(listWaits.get()).toEqual(new Map([['list', START + ms]]))
    expect(ask).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(await answer).toBe('page')
    expect(listWaits.get().size).toBe(0)
  })

  it('is given up after ten such answers', async () => {
    const ask = vi.fn(() => Promise.reject(limited(1000)))
    const answer = askPatiently('list', ask, never)
    await Promise.all([expect(answer).rejects.toMatchObject({ kind: 'rate-limited' }), pass(60_000)])
    expect(ask).toHaveBeenCalledTimes(11)
    expect(listWaits.get().size).toBe(0)
  })

  it('is not waited for any more once it is not wanted', async () => {
    const control = new AbortController()
    const ask = answering(limited(30_000))
    const answer = askPatiently('list', ask, control.signal)
    const abort = async () => {
      await pass(10)
      control.abort()
    }
    await Promise.all([expect(answer).rejects.toMatchObject({ name: 'AbortError' }), abort()])
    expect(listWaits.get().size).toBe(0)
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it.each(['server', 'unavailable', 'not-permitted'] as const)(
    'is not waited for after "%s"',
    async (kind) => {
      const ask = answering(new Problem({ kind, retryAfterMs: 1000 }))
      await expect(askPatiently('list', ask, never)).rejects.toMatchObject({ kind })
      expect(ask).toHaveBeenCalledTimes(1)
    },
  )
})
