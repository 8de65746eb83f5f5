import { describe, expect, it, vi } from 'vitest'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { UpstreamRefusal } from '#gateway/upstream/upstream-refusal.ts'
import type { WatchProblem } from '#contract/history.ts'
import { openWatchStore } from './store/open-watch-store.ts'
import type { WatchStore } from './store/watch-store.ts'
import type { WatchedFleet, WatchFleet } from './watch-fleet.ts'
import { createWatch } from './watch.ts'

const NOW = 1_700_000_000_000

const fleet = (more: Partial<WatchedFleet> = {}): WatchedFleet => ({
  at: NOW,
  clockDifferenceMs: 0,
  isWhole: true,
  pendingRequests: null,
  mirrors: [
    {
      mirror: {
        id: 'a',
        name: 'A',
        baseUrl: 'https://a.example.com',
        enabled: true,
        lastSeenDate: NOW,
        mirrorType: null,
        productType: null,
        productVersion: null,
      },
      verdict: { kind: 'healthy', checkedAt: NOW, since: null, detail: null, clockDifferenceMs: null },
      check: null,
      certificateEnds: null,
    },
  ],
  ...more,
})

const setUp = async (watchFleet: WatchFleet, change: Partial<WatchStore> = {}) => {
  const memory = await openWatchStore({ kind: 'memory' })
  const told: (WatchProblem | null)[] = []
  const watch = createWatch({
    store: { ...memory, ...change },
    watchFleet,
    now: () => NOW,
    log: ({ problem }) => told.push(problem),
  })
  const spans = async () => (await memory.spansOf(['a'], { from: 0, to: NOW * 2 })).get('a') ?? []
  return { watch, told, spans, memory }
}

const refusal = (status: number, exceptionName: string) => {
  const body = JSON.stringify({ errors: [{ context: null, message: 'No', exceptionName }] })
  return new UpstreamRefusal(new Response(body, { status }), body)
}

describe('the watch', () => {
  it('keeps what it saw, and says once that it works', async () => {
    const { watch, told, spans } = await setUp(async () => fleet())
    expect(watch.state()).toMatchObject({ fleet: null, problem: 'starting' })
    await watch.round()
    await watch.round()
    expect(watch.state()).toMatchObject({ fleet: fleet(), problem: null })
    expect(await spans()).toEqual([{ from: NOW, to: NOW, verdict: 'healthy' }])
    expect(await watch.lastRoundAt()).toBe(NOW)
    expect(told).toEqual([null])
  })

  it.each<[string, Error, WatchProblem]>([
    ['the token is refused', refusal(401, 'com.atlassian.AuthenticationException'), 'signed-out'],
    [
      'the owner of the token may not list',
      refusal(403, 'com.atlassian.AuthorisationException'),
      'not-permitted',
    ],
    ['Bitbucket fails', refusal(500, 'java.lang.Error'), 'unreachable'],
    [
      'a proxy refuses without Bitbucket’s words',
      new UpstreamRefusal(new Response('no', { status: 403 }), 'no'),
      'unreachable',
    ],
    ['nothing answers', new GatewayError('upstream-unreachable'), 'unreachable'],
  ])('keeps nothing while %s, and says why', async (_what, error, problem) => {
    let isBroken = false
    const { watch, told, spans } = await setUp(() =>
      isBroken ? Promise.reject(error) : Promise.resolve(fleet()),
    )
    await watch.round()
    isBroken = true
    await watch.round()
    await watch.round()
    expect(watch.state()).toMatchObject({ fleet: null, problem })
    expect(await spans()).toEqual([{ from: NOW, to: NOW, verdict: 'healthy' }])
    isBroken = false
    await watch.round()
    expect(told).toEqual([null, problem, null])
  })

  it('keeps nothing under a time that Bitbucket’s clock denies', async () => {
    const { watch, spans } = await setUp(async () => fleet({ clockDifferenceMs: -3_600_001 }))
    await watch.round()
    expect(watch.state().problem).toBe('clock')
    expect(await spans()).toEqual([])
  })

  it('goes on looking when nothing can be kept, and says so', async () => {
    const { watch, told } = await setUp(async () => fleet(), {
      addRound: () => Promise.reject(new Error('database or disk is full')),
    })
    await watch.round()
    expect(watch.state()).toMatchObject({ fleet: fleet(), problem: 'store' })
    expect(told).toEqual(['store'])
  })

  it('does not ask while another replica watches, and says how that one is', async () => {
    const asked = vi.fn(async () => fleet())
    let last: number | null = NOW - 30_000
    const { watch } = await setUp(asked, {
      isLeader: () => Promise.resolve(false),
      lastRoundAt: () => Promise.resolve(last),
    })
    await watch.round()
    expect(watch.state()).toMatchObject({ fleet: null, problem: null })
    last = NOW - 200_000
    await watch.round()
    expect(watch.state()).toMatchObject({ fleet: null, problem: 'starting' })
    expect(asked).not.toHaveBeenCalled()
  })

  it.each([
    ['back by an hour', -3_600_000, 2],
    ['forward by an hour', 3_600_000, 2],
  ])('looks on in time when the clock is set %s in the middle of a round', async (_what, jumpMs, rounds) => {
    vi.useFakeTimers()
    try {
      let time = NOW
      const asked = vi.fn(async () => {
        if (asked.mock.calls.length === 1) time += jumpMs
        return fleet({ at: time })
      })
      const memory = await openWatchStore({ kind: 'memory' })
      const watch = createWatch({ store: memory, watchFleet: asked, now: () => time })
      watch.start()
      await vi.advanceTimersByTimeAsync(34_000)
      expect(asked.mock.calls.length).toBeGreaterThanOrEqual(rounds)
      await watch.stop()
    } finally {
      vi.useRealTimers()
    }
  })

  it('looks again and again from its start to its stop', async () => {
    vi.useFakeTimers()
    try {
      const asked = vi.fn(async () => fleet())
      const { watch } = await setUp(asked)
      watch.start()
      await vi.advanceTimersByTimeAsync(165_000)
      const count = asked.mock.calls.length
      expect(count).toBeGreaterThanOrEqual(5)
      expect(count).toBeLessThanOrEqual(7)
      await watch.stop()
      await vi.advanceTimersByTimeAsync(600_000)
      expect(asked).toHaveBeenCalledTimes(count)
    } finally {
      vi.useRealTimers()
    }
  })
})
