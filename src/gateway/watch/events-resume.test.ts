import { describe, expect, it, vi } from 'vitest'
import { LAST_EVENT_HEADER } from '#contract/events.ts'
import { endpointClient } from '#gateway/testing/endpoint-client.ts'
import { eventReader } from '#gateway/testing/event-reader.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'
import { OWN_HEADERS } from '#gateway/testing/running-gateway.ts'
import { pending, seenFleet } from '#gateway/testing/seen-fleet.ts'
import { watchedStore } from '#gateway/testing/watched-store.ts'
import { createEventLog } from './events-log.ts'

const NOW = 1_700_000_000_000

const setUp = async () => {
  const watched = await watchedStore({})
  const upstream = createFakeUpstream(() =>
    Response.json({ values: [{ id: 'a', name: 'a' }], start: 0, limit: 100, isLastPage: true }),
  )
  const client = endpointClient({ fetchUpstream: upstream.fetch, now: () => NOW, watched })
  await client.send('POST', '/-/session', { token: 'alice-token' })
  const open = async (lastId?: string) => {
    const headers = { ...OWN_HEADERS, ...(lastId !== undefined && { [LAST_EVENT_HEADER]: lastId }) }
    return eventReader((await client.send('GET', '/-/events', undefined, headers)).body)
  }
  return { ...watched, open }
}

describe('a stream that is resumed', () => {
  it('goes on after the last event, with the newest of each kind', async () => {
    const { events, open } = await setUp()
    events.take(seenFleet(['a'], NOW - 3, { pendingRequests: pending('1') }))
    const first = await open()
    const { id } = await first.nextNamed('fleet')
    await first.leave()

    const nothing = await open(id)
    expect(await nothing.next()).toMatchObject({ event: 'hello', id })
    events.take(seenFleet(['a'], NOW - 2, { pendingRequests: pending('1') }))
    // What came before is not repeated.
    expect(await nothing.next()).toMatchObject({ event: 'fleet', at: NOW - 2 })
    await nothing.leave()

    events.take(seenFleet(['a'], NOW - 1, { pendingRequests: pending('1', '2') }))
    events.take(seenFleet(['a'], NOW, { pendingRequests: pending('1', '2') }))
    const resumed = await open(id)
    expect(await resumed.next()).toMatchObject({ event: 'hello' })
    expect(await resumed.next()).toMatchObject({ event: 'requests', at: NOW - 1 })
    expect(await resumed.next()).toMatchObject({ event: 'fleet', at: NOW, requestsAt: NOW - 1 })
  })

  it.each([
    ['an earlier process', createEventLog(() => NOW - 1).idOf(1)],
    ['a replica that started in the same moment', createEventLog(() => NOW).idOf(1)],
    ['nobody', 'nonsense'],
  ])('says that what was missed is not known after an id of %s', async (_whose, id) => {
    const { events, open } = await setUp()
    events.take(seenFleet(['a'], NOW))
    const stream = await open(id)
    expect(await stream.next()).toMatchObject({ event: 'hello' })
    expect(await stream.next()).toMatchObject({ event: 'reset' })
    expect(await stream.next()).toMatchObject({ event: 'fleet', at: NOW })
  })

  it('gets no round that another replica has long overtaken', async () => {
    const { events, open } = await setUp()
    events.take(seenFleet(['a'], NOW - 61_000))
    events.noteChange()
    const stream = await open()
    expect(await stream.next()).toMatchObject({ event: 'hello' })
    expect(await stream.next()).toMatchObject({ event: 'changed' })
  })
})

describe('what there is to tell', () => {
  it('has an order, ids of its own, and no more than the newest of each kind', () => {
    const log = createEventLog(() => NOW)
    for (let round = 0; round < 1000; round += 1) log.take(seenFleet(['a'], NOW + round))
    expect(log.after(0)).toMatchObject({ n: 1000, kind: 'fleet', fleet: { at: NOW + 999 } })
    expect(log.after(1000)).toBeNull()
    expect(log.placeOf(log.idOf(1000))).toBe(1000)
    expect(log.placeOf(log.idOf(1001))).toBeNull()
  })

  it('keeps quiet about a list that is not whole', () => {
    const log = createEventLog(() => NOW)
    log.take(seenFleet(['a'], NOW, { isWhole: false }))
    expect(log.after(0)).toBeNull()
  })

  it('says since when requests are as they are, also after a round that could not read them', () => {
    const log = createEventLog(() => NOW)
    const sinceWhen = () => {
      const fleet = [log.after(0), log.after(log.after(0)?.n ?? 0)].find((one) => one?.kind === 'fleet')
      return fleet?.kind === 'fleet' ? fleet.requestsAt : undefined
    }
    log.take(seenFleet([], NOW, { pendingRequests: pending('1', '2') }))
    log.take(seenFleet([], NOW + 1, { pendingRequests: null }))
    expect(sinceWhen()).toBeNull()
    log.take(seenFleet([], NOW + 2, { pendingRequests: pending('2', '1') }))
    expect(sinceWhen()).toBe(NOW)
    log.take(seenFleet([], NOW + 3, { pendingRequests: { count: 2, ids: ['1', '2'], isAll: false } }))
    expect(sinceWhen()).toBeNull()
    log.take(seenFleet([], NOW + 4, { pendingRequests: pending('3') }))
    expect(sinceWhen()).toBe(NOW + 4)
  })
})

describe('a replica that does not watch', () => {
  it('tells that another one has looked, while somebody listens', async () => {
    vi.useFakeTimers()
    try {
      const { store, open } = await setUp()
      const asked = vi.spyOn(store, 'lastRoundAt')
      await vi.advanceTimersByTimeAsync(5000)
      expect(asked).not.toHaveBeenCalled()
      const stream = await open()
      await stream.next()
      await vi.advanceTimersByTimeAsync(2000)
      await store.addRound({ at: NOW, observations: [] })
      await vi.advanceTimersByTimeAsync(1000)
      expect(await stream.next()).toMatchObject({ event: 'changed' })
      await stream.leave()
      await vi.advanceTimersByTimeAsync(1000)
      const count = asked.mock.calls.length
      await vi.advanceTimersByTimeAsync(60_000)
      expect(asked).toHaveBeenCalledTimes(count)
    } finally {
      vi.useRealTimers()
    }
  })
})
