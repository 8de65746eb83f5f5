import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { DEAD_AFTER_MS } from '#app/api/live-feed.ts'
import type { LiveMessage } from './live-message.ts'
import { holdLiveStream } from './live-stream.ts'
import { stubEventSource } from './testing/event-source.ts'
import { fleetEvent, MARK } from './testing/live-sample.ts'

const hello = (mark = MARK) => ({ event: 'hello' as const, sentAt: Date.now(), mark })

const setUp = (refuse: Parameters<typeof stubEventSource>[0] = null) => {
  const connections = stubEventSource(refuse)
  const messages: LiveMessage[] = []
  const over = new AbortController()
  onTestFinished(() => over.abort())
  let isHeld = true
  const held = holdLiveStream({
    mark: MARK,
    onMessage: (message) => messages.push(message),
    signal: over.signal,
  }).then(() => {
    isHeld = false
    return isHeld
  })
  const names = () => messages.map(({ event }) => event.event)
  return { connections, messages, names, held, isHeld: () => isHeld, abort: () => over.abort() }
}
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 27, 3) })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the stream of events', () => {
  it('hands on each event with the time when it came, by this browser’s clock', async () => {
    const { connections, messages } = setUp()
    await settle()
    const gateway = Date.now() - 3_600_000
    connections[0]?.send({ ...hello(), sentAt: gateway }, 'p-0')
    connections[0]?.send(fleetEvent(gateway), 'p-1')
    connections[0]?.write('id: p-2\nevent: future\ndata: {"sentAt":1}\n\n')
    await settle()
    expect(messages).toMatchObject([
      { mark: MARK, heardAt: Date.now(), aheadMs: 3_600_000, event: { event: 'hello' } },
      { heardAt: Date.now(), aheadMs: 3_600_000, event: fleetEvent(gateway) },
    ])
  })

  it('is taken up again after its end, from the last event on', async () => {
    const { connections } = setUp()
    await settle()
    expect(connections[0]?.lastId).toBeNull()
    connections[0]?.send(hello(), 'p-0')
    connections[0]?.send(fleetEvent(Date.now()), 'p-7')
    await settle()
    connections[0]?.end()
    await settle(1500)
    expect(connections[1]?.lastId).toBe('p-7')
  })

  it('is given up when nothing comes, not even a sign of life', async () => {
    const { connections } = setUp()
    await settle()
    connections[0]?.send(hello(), 'p-0')
    await settle(30_000)
    connections[0]?.beat()
    await settle(DEAD_AFTER_MS - 1)
    expect(connections[0]?.isAborted()).toBe(false)
    await settle(1)
    expect(connections[0]?.isAborted()).toBe(true)
    await settle(1500)
    expect(connections).toHaveLength(2)
  })

  it.each([
    ['an event was on its way for hours, since the machine slept', 8 * 3_600_000],
    ['a clock was set back', -3_600_000],
  ])('is opened anew, and the event not used, when %s', async (_what, jumpMs) => {
    const { connections, names } = setUp()
    await settle()
    connections[0]?.send(hello(), 'p-0')
    await settle()
    const sentAt = Date.now()
    vi.setSystemTime(sentAt + jumpMs)
    connections[0]?.send(fleetEvent(sentAt), 'p-1')
    await settle(1500)
    expect(names()).toEqual(['hello'])
    expect(connections).toHaveLength(2)
    expect(connections[1]?.lastId).toBe('p-0')
  })

  it('ends when it is that of another session', async () => {
    const { connections, names, held } = setUp()
    await settle()
    connections[0]?.send(hello('mark-of-bob'), 'p-0')
    await settle(1)
    expect(await held).toBe(false)
    expect(names()).toEqual([])
    expect(connections[0]?.isAborted()).toBe(true)
  })

  it.each([
    ['signed-out', 401],
    ['not-in-contract', 404],
    ['other-session', 403],
  ])('is not asked for again after "%s"', async (kind, status) => {
    const { connections, held } = setUp({ kind, status })
    await settle(1)
    expect(await held).toBe(false)
    expect(connections).toHaveLength(1)
  })

  it('is asked for again, less and less often, while there is none', async () => {
    const { connections, isHeld } = setUp({ kind: 'overloaded', status: 503 })
    await settle(600_000)
    expect(connections.length).toBeGreaterThan(8)
    expect(connections.length).toBeLessThan(20)
    expect(isHeld()).toBe(true)
  })

  it('is closed while the browser is offline, and opened when it is back', async () => {
    const { connections } = setUp()
    await settle()
    connections[0]?.send(hello(), 'p-0')
    await settle()
    dispatchEvent(new Event('offline'))
    expect(connections[0]?.isAborted()).toBe(true)
    await settle()
    dispatchEvent(new Event('online'))
    await settle()
    expect(connections).toHaveLength(2)
  })

  it('is closed by its page', async () => {
    const { connections, abort, held } = setUp()
    await settle()
    abort()
    await settle()
    expect(await held).toBe(false)
    expect(connections[0]?.isAborted()).toBe(true)
    await settle(120_000)
    expect(connections).toHaveLength(1)
  })
})
