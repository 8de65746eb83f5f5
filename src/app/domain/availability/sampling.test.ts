import { describe, expect, test } from 'vitest'
import type { ProbeResult } from '#contract/probe.ts'
import { sample } from './sampling.ts'

const times = { checkedAt: 0, tookMs: 1, clockDifferenceMs: null }
const failure: ProbeResult = { kind: 'failed', failure: 'unreachable', status: null, detail: null, ...times }
const answer: ProbeResult = {
  kind: 'answered',
  answer: {
    repositoryId: null,
    mirrorName: null,
    available: true,
    status: 'AVAILABLE',
    lastUpdated: null,
    cloneUrls: [],
    pushUrls: [],
  },
  ...times,
}
const ids = Array.from({ length: 10 }, (_, index) => String(index))

const run = async (
  reply: (id: string) => ProbeResult | Error,
  { known = [], control = new AbortController() }: { known?: string[]; control?: AbortController } = {},
) => {
  const asked: string[] = []
  const stop = await sample(ids, {
    isKnown: (id) => known.includes(id),
    ask: async (id) => {
      asked.push(id)
      const result = reply(id)
      if (result instanceof Error) throw result
      return Promise.resolve(result)
    },
    signal: control.signal,
  })
  return { asked, stop }
}

describe('sampling a mirror', () => {
  test('asks about each repository once, and not about those that are known', async () => {
    const { asked, stop } = await run(() => answer, { known: ['1', '2'] })
    expect(asked).toEqual(ids.filter((id) => id !== '1' && id !== '2'))
    expect(stop).toBeNull()
  })

  test('rests after three failures in a row, however many are under way', async () => {
    const { asked, stop } = await run(() => failure)
    expect(stop).toEqual({ kind: 'failing' })
    expect(asked.length).toBeLessThanOrEqual(4)
  })

  test('goes on when failures are mixed with answers', async () => {
    const { asked, stop } = await run((id) => (Number(id) % 2 === 0 ? failure : answer))
    expect(asked).toEqual(ids)
    expect(stop).toBeNull()
  })

  test('rests at once when the question itself is refused', async () => {
    const error = new Error('429')
    const { asked, stop } = await run(() => error)
    expect(stop).toEqual({ kind: 'refused', error })
    expect(asked.length).toBeLessThanOrEqual(2)
  })

  test('ends without a word when it is paused', async () => {
    const control = new AbortController()
    const { asked, stop } = await run(
      (id) => {
        if (id === '3') control.abort()
        return answer
      },
      { control },
    )
    expect(asked.length).toBeLessThanOrEqual(5)
    expect(stop).toBeNull()
  })
})
