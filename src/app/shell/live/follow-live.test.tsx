import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { liveFeed } from '#app/api/live-feed.ts'
import { pageSession } from '#app/api/page-session.ts'
import { mirrorKeys } from '#app/domain/mirror/mirrors.ts'
import { followLive } from './follow-live.ts'
import { stubEventSource } from './testing/event-source.ts'
import { fleetEvent, MARK, signedInClient } from './testing/live-sample.ts'

/** Locks of one browser, as far as they are used here: one holder of a name, the others wait. */
const stubLocks = () => {
  const last = new Map<string, Promise<unknown>>()
  const request = (name: string, { signal }: { signal: AbortSignal }, work: () => Promise<unknown>) => {
    const before = last.get(name) ?? Promise.resolve()
    const turn = before.then(() => (signal.aborted ? undefined : work()))
    last.set(name, turn)
    return turn
  }
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks: { request } }))
}

const tab = () => {
  const client = signedInClient()
  const stop = followLive(client, MARK)
  onTestFinished(stop)
  return { stop, hasMirrors: () => client.getQueryData(mirrorKeys.list()) !== undefined }
}

const hello = () => ({ event: 'hello' as const, sentAt: Date.now(), mark: MARK })

beforeEach(() => {
  liveFeed.note(null)
})
afterEach(() => {
  pageSession.bind(null)
})

describe('tabs of one browser', () => {
  it('share one stream, and another one takes over', async () => {
    const connections = stubEventSource()
    stubLocks()
    const [first, second] = [tab(), tab()]
    await expect.poll(() => connections.length).toBe(1)
    connections[0]?.send(hello(), 'p-0')
    connections[0]?.send(fleetEvent(Date.now()), 'p-1')
    await expect.poll(first.hasMirrors).toBe(true)
    await expect.poll(second.hasMirrors).toBe(true)
    expect(connections).toHaveLength(1)
    first.stop()
    await expect.poll(() => connections.length).toBe(2)
    expect(connections[0]?.isAborted()).toBe(true)
  })

  it.each([
    ['locks', () => undefined],
    [
      'channels',
      () => {
        stubLocks()
        vi.stubGlobal('BroadcastChannel', undefined)
        Reflect.deleteProperty(globalThis, 'BroadcastChannel')
      },
    ],
  ])('have no stream where the browser has no %s', async (_what, without) => {
    const connections = stubEventSource()
    without()
    tab()
    await Promise.resolve()
    expect(connections).toHaveLength(0)
  })
})
