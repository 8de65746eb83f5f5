import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HEARTBEAT_MS, LAST_EVENT_HEADER } from '#contract/events.ts'
import type { Watched } from '#gateway/watch/watched.ts'
import { endpointClient } from '#gateway/testing/endpoint-client.ts'
import { eventReader } from '#gateway/testing/event-reader.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'
import { OWN_HEADERS } from '#gateway/testing/running-gateway.ts'
import { pending, seenFleet } from '#gateway/testing/seen-fleet.ts'
import { watchedStore } from '#gateway/testing/watched-store.ts'
import { createEventLog } from './events-log.ts'

const MINUTE = 60_000
const row = (id: string) => ({ id, name: id, baseUrl: `https://${id}.example.com`, enabled: true })

/** A console that watches, before a Bitbucket that lists its mirrors by user. */
const setUp = async (listed: Record<string, readonly string[] | number>, watched?: Watched | null) => {
  const own = watched === undefined ? await watchedStore({}) : watched
  const upstream = createFakeUpstream((request, user) => {
    const list = request.url.includes('/mirrorServers') ? (listed[user] ?? []) : []
    return typeof list === 'number'
      ? new Response('no', { status: list })
      : Response.json({ values: list.map(row), start: 0, limit: 100, isLastPage: true })
  })
  const lists = () => upstream.asked.filter(({ url }) => url.includes('/mirrorServers')).length
  const client = (jar?: { cookie: string }) =>
    endpointClient({ fetchUpstream: upstream.fetch, now: Date.now, watched: own }, jar)
  const signIn = async (user: 'alice' | 'bob') => {
    const signedIn = client()
    await signedIn.send('POST', '/-/session', { token: `${user}-token` })
    const before = lists()
    const open = async (lastId?: string) => {
      const headers = { ...OWN_HEADERS, ...(lastId !== undefined && { [LAST_EVENT_HEADER]: lastId }) }
      const answer = await signedIn.send('GET', '/-/events', undefined, headers)
      return { answer, ...eventReader(answer.body) }
    }
    return { ...signedIn, open, lists: () => lists() - before }
  }
  return { signIn, stranger: client(), events: own?.events ?? createEventLog(Date.now) }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the events', () => {
  it('begin with the session, and bring each round with what Bitbucket lists to this user', async () => {
    const { signIn, events } = await setUp({ alice: ['a', 'b'], bob: ['a'] })
    const [alice, bob] = [await (await signIn('alice')).open(), await (await signIn('bob')).open()]
    expect(alice.answer.headers.get('content-type')).toBe('text/event-stream')
    expect(alice.answer.headers.get('x-accel-buffering')).toBe('no')
    expect(await alice.next()).toMatchObject({ event: 'hello', mark: expect.any(String) as unknown })
    events.take(seenFleet(['a', 'b', 'hidden'], Date.now(), { clockDifferenceMs: 250 }))
    const seen = await alice.nextNamed('fleet')
    const { mirrors } = seenFleet(['a', 'b'], Date.now())
    expect(seen).toMatchObject({ at: Date.now(), sentAt: Date.now(), clockDifferenceMs: 250 })
    expect(seen.mirrors).toEqual(mirrors.map(({ mirror, check }) => ({ mirror, check })))
    expect((await bob.nextNamed('fleet')).mirrors.map(({ mirror }) => mirror.id)).toEqual(['a'])
    expect(alice.text()).not.toContain('hidden')
    expect(bob.text()).not.toContain('"b"')
  })

  it('say once that other requests are pending, and since when', async () => {
    const { signIn, events } = await setUp({ alice: ['a'] })
    const stream = await (await signIn('alice')).open()
    const start = Date.now()
    const see = (...ids: readonly string[]) =>
      events.take(seenFleet(['a'], Date.now(), { pendingRequests: pending(...ids) }))
    see('1', '2')
    expect(await stream.nextNamed('requests')).toMatchObject({ at: start })
    expect(await stream.nextNamed('fleet')).toMatchObject({ requestsAt: start })
    vi.setSystemTime(start + MINUTE)
    see('2', '1')
    // The same requests in another order are no change.
    expect(await stream.next()).toMatchObject({ event: 'fleet', requestsAt: start })
    events.take(seenFleet(['a'], Date.now()))
    // A round that could not read them knows nothing of them.
    expect(await stream.next()).toMatchObject({ event: 'fleet', requestsAt: null })
  })

  it.each<[string, readonly string[] | number]>([
    ['lists nothing', []],
    ['refuses', 403],
    ['fails', 500],
  ])('tell nothing of mirrors to a user to whom Bitbucket %s, and go on', async (_what, list) => {
    const { signIn, events } = await setUp({ alice: list })
    const stream = await (await signIn('alice')).open()
    events.take(seenFleet(['secret'], Date.now(), { pendingRequests: pending('1') }))
    await stream.nextNamed('requests')
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS)
    await stream.more()
    expect(stream.text()).not.toContain('secret')
  })

  it('ask Bitbucket once for all streams of a user, again after five minutes, and for a new mirror', async () => {
    const { signIn, events } = await setUp({ alice: ['a', 'new'] })
    const { open, lists } = await signIn('alice')
    const streams = [await open(), await open(), await open()]
    const see = async (...ids: readonly string[]) => {
      events.take(seenFleet(ids, Date.now()))
      const seen = await Promise.all(streams.map((stream) => stream.nextNamed('fleet')))
      return seen.map(({ mirrors }) => mirrors.map(({ mirror }) => mirror.id).join(' '))
    }
    expect(await see('a', 'hidden')).toEqual(['a', 'a', 'a'])
    await see('a', 'hidden')
    expect(lists()).toBe(1)
    expect(await see('a', 'hidden', 'new')).toEqual(['a new', 'a new', 'a new'])
    expect(lists()).toBe(1)
    await see('a', 'hidden', 'newer')
    expect(lists()).toBe(2)
    vi.setSystemTime(Date.now() + 5 * MINUTE)
    await see('a')
    expect(lists()).toBe(3)
  })

  it.each([1, 50])('ask Bitbucket no more for fifty tabs in an hour than for one: %i', async (tabs) => {
    const { signIn, events } = await setUp({ alice: ['a'] })
    const { open, lists } = await signIn('alice')
    const streams = []
    while (streams.length < tabs) streams.push(await open())
    for (let round = 0; round < 120; round += 1) {
      vi.setSystemTime(Date.now() + MINUTE / 2)
      events.take(seenFleet(['a'], Date.now()))
      const seen = await Promise.all(streams.map((stream) => stream.nextNamed('fleet')))
      // Every tab gets every round, once.
      expect(new Set(seen.map(({ at }) => at))).toEqual(new Set([Date.now()]))
    }
    expect(lists()).toBe(12)
  })

  it('spare Bitbucket the question whose history it is, while they go on', async () => {
    const { signIn, events } = await setUp({ alice: ['a'] })
    const { open, lists, send } = await signIn('alice')
    await send('GET', '/-/history')
    const stream = await open()
    events.take(seenFleet(['a', 'hidden'], Date.now()))
    await stream.nextNamed('fleet')
    expect(lists()).toBe(2)
    const kept: unknown = await (await send('GET', '/-/history')).json()
    expect(kept).toMatchObject({ mirrors: [{ mirrorId: 'a' }] })
    expect(lists()).toBe(2)
  })

  it('end when the session does, and with the gateway', async () => {
    const { signIn, events } = await setUp({ alice: ['a'] })
    const alice = await signIn('alice')
    const stream = await alice.open()
    await stream.next()
    const ended = stream.next()
    await alice.send('DELETE', '/-/session')
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS)
    expect(await ended).toBeNull()
    const last = await (await signIn('alice')).open()
    await last.next()
    events.close()
    expect(await last.next()).toBeNull()
    const late = await (await signIn('alice')).open()
    await late.next()
    expect(await late.next()).toBeNull()
  })

  it('send a sign of life between rounds, and none after the reader has left', async () => {
    const { signIn, events } = await setUp({ alice: ['a'] })
    const stream = await (await signIn('alice')).open()
    await stream.next()
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS)
    await stream.more()
    expect(stream.text()).toMatch(/^: .+\n\n$/m)
    await stream.leave()
    expect(events.listeners()).toBe(0)
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1)
  })

  it('are broken off for a reader who takes nothing', async () => {
    const { signIn, events } = await setUp({ alice: ['a'] })
    const { answer } = await (await signIn('alice')).open()
    expect(answer.status).toBe(200)
    await vi.advanceTimersByTimeAsync(20 * HEARTBEAT_MS)
    expect(events.listeners()).toBe(0)
  })

  it('have room for so many streams of one user', async () => {
    const { signIn } = await setUp({ alice: ['a'], bob: ['a'] })
    const alice = await signIn('alice')
    const streams = []
    for (let count = 0; count < 64; count += 1) streams.push(await alice.open())
    const refused = await alice.send('GET', '/-/events')
    expect(refused.status).toBeGreaterThanOrEqual(429)
    expect(refused.headers.get('retry-after')).not.toBeNull()
    expect((await (await signIn('bob')).open()).answer.status).toBe(200)
    await streams[0]?.leave()
    expect((await alice.send('GET', '/-/events')).status).toBe(200)
  })

  it('need a session, read only, take no query, and are not there where nobody watches', async () => {
    const { signIn, stranger } = await setUp({})
    const alice = await signIn('alice')
    expect((await alice.send('POST', '/-/events', {})).status).toBe(405)
    expect((await alice.send('GET', '/-/events?all')).status).toBe(400)
    expect((await stranger.send('GET', '/-/events')).status).toBe(401)
    const foreign = { ...OWN_HEADERS, 'x-mirror-console-session': 'of-another' }
    expect((await alice.send('GET', '/-/events', undefined, foreign)).status).toBe(403)
    const unwatched = await setUp({}, null)
    expect((await (await unwatched.signIn('alice')).send('GET', '/-/events')).status).toBe(404)
  })
})
