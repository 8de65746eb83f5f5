import { describe, expect, it, onTestFinished } from 'vitest'
import { jsonAnswer, jsonHead, startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { createUpstreamFetch } from './upstream-fetch.ts'
import { createUpstreamPool } from './upstream-pool.ts'

const askingAt = (url: string, totalMs = 10_000) => {
  const pool = createUpstreamPool(url, null)
  onTestFinished(() => pool.destroy())
  return createUpstreamFetch(pool, { totalMs, places: 8 })
}

describe('a request of the gateway itself', () => {
  it('is answered whole, without compression', async () => {
    const upstream = await startRawUpstream((_request, socket) => socket.write(jsonAnswer({ a: 1 })))
    const answer = await askingAt(upstream.url)(new Request(`${upstream.url}/x?y=1`))
    expect(await answer.json()).toEqual({ a: 1 })
    expect(upstream.received[0]).toMatch(/^GET \/x\?y=1 HTTP\/1\.1\r\n/)
    expect(upstream.received[0]).toContain('accept-encoding: identity')
  })

  it('whose answer arrives slowly and without end is aborted', async () => {
    const upstream = await startRawUpstream((_request, socket) => {
      socket.write(jsonHead(100_000))
      const drip = setInterval(() => socket.write(' '), 10)
      socket.once('close', () => clearInterval(drip))
    })
    await expect(askingAt(upstream.url, 100)(new Request(upstream.url))).rejects.toMatchObject({
      kind: 'upstream-timeout',
    })
    await upstream.closed
  })

  it('whose answer is too large is not read to its end', async () => {
    const upstream = await startRawUpstream((_request, socket) =>
      socket.write(jsonHead(1_073_741_824) + 'a'.repeat(2000)),
    )
    await expect(askingAt(upstream.url)(new Request(upstream.url), 1000)).rejects.toMatchObject({
      kind: 'upstream-too-large',
    })
    await upstream.closed
  })

  it('waits while many are under way, so that many sign-ins leave connections to others', async () => {
    const held: (() => void)[] = []
    const upstream = await startRawUpstream((_request, socket) => {
      held.push(() => socket.write(jsonAnswer({})))
    })
    const ask = askingAt(upstream.url)
    const asked = Array.from({ length: 20 }, () => ask(new Request(upstream.url)))
    await expect.poll(() => held.length).toBe(8)
    for (const _ of asked) {
      await expect.poll(() => held.length).toBeGreaterThan(0)
      held.shift()?.()
    }
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true)
    expect(upstream.received).toHaveLength(20)
  })
})
