import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { DEAD_AFTER_MS, liveFeed } from '#app/api/live-feed.ts'
import { pageSession } from '#app/api/page-session.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { sightsQuery } from '#app/domain/mirror/mirror-checks.ts'
import { mirrorKeys, type MirrorList } from '#app/domain/mirror/mirrors.ts'
import { silencesKey } from '#app/domain/mirror/silence/silences-query.ts'
import { requestKeys } from '#app/domain/request/requests.ts'
import { analyticsQuery, clockOffsetQuery } from '#app/domain/upstream/upstream.ts'
import { applyLiveMessage } from './apply-live-message.ts'
import { fleetEvent, heardNow, MARK, signedInClient } from './testing/live-sample.ts'

const NOW = Date.UTC(2026, 10, 27, 3)
const LIST = mirrorKeys.list()
const PENDING = requestKeys.list('PENDING')

const setUp = () => {
  const client = signedInClient()
  /** Shows a query as a page does, and counts how often it is read. */
  const show = (queryKey: readonly unknown[], data: unknown) => {
    const read = vi.fn(() => Promise.resolve(data))
    client.setQueryData(queryKey, data)
    const observer = new QueryObserver(client, { queryKey, queryFn: read, staleTime: Infinity })
    onTestFinished(observer.subscribe(() => undefined))
    return read
  }
  const apply = (...message: Parameters<typeof heardNow>) => applyLiveMessage(client, heardNow(...message))
  const feeds = (queryKey: readonly unknown[]) => {
    const query = client.getQueryCache().find({ queryKey })
    return query !== undefined && liveFeed.feeds(query, Date.now())
  }
  /** The clock of Bitbucket as an answer of its own has told it. */
  const measure = (offsetMs: number) => {
    const settings: object = { serverTime: NOW, offsetMs, uncertaintyMs: 3 }
    client.setQueryData([...analyticsQuery.queryKey], settings)
  }
  const rows = () => client.getQueryData<MirrorList>(LIST)?.rows.map(({ name }) => name)
  return { client, show, apply, feeds, measure, rows }
}

const hide = () => vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})
afterEach(() => {
  liveFeed.note(null)
  pageSession.bind(null)
  vi.useRealTimers()
})

describe('other silences', () => {
  const kept = { silences: [], isUnavailable: false, aheadMs: 0 }

  it('are read at once, and a round has them not asked for', () => {
    const { show, apply, feeds } = setUp()
    const read = show(silencesKey, kept)
    vi.advanceTimersByTime(5000)
    apply(fleetEvent(Date.now()))
    expect(feeds(silencesKey)).toBe(true)
    expect(read).not.toHaveBeenCalled()
    apply({ event: 'silences', sentAt: Date.now() })
    expect(feeds(silencesKey)).toBe(false)
    vi.advanceTimersByTime(500)
    expect(read).toHaveBeenCalledOnce()
  })
})

describe('a round of the watch', () => {
  it('is in the cache as if this tab had read it then', () => {
    const { client, apply, feeds, measure, rows } = setUp()
    // The gateway's clock is an hour behind this browser's, and Bitbucket's a minute behind the gateway's.
    const aheadMs = 3_600_000
    measure(0)
    vi.advanceTimersByTime(5000)
    const at = Date.now() - aheadMs - 2000
    apply(fleetEvent(at, { sentAt: at + 2000, clockDifferenceMs: -60_000 }), { aheadMs })
    expect(rows()).toEqual(['A'])
    expect(client.getQueryState(LIST)?.dataUpdatedAt).toBe(Date.now() - 2000)
    expect(client.getQueryData(sightsQuery.queryKey)?.get('a')).toMatchObject({
      checkedAt: at,
      receivedAt: Date.now() - 2000,
    })
    expect(client.getQueryData(clockOffsetQuery.queryKey)).toMatchObject({ offsetMs: -60_000 - aheadMs })
    expect([LIST, sightsQuery.queryKey, analyticsQuery.queryKey].map(feeds)).toEqual([true, true, true])
  })

  it('keeps a clock that was measured better than it can', () => {
    const { client, apply, measure } = setUp()
    measure(412)
    vi.advanceTimersByTime(5000)
    apply(fleetEvent(Date.now()))
    expect(client.getQueryData(clockOffsetQuery.queryKey)).toMatchObject({ offsetMs: 412, uncertaintyMs: 3 })
  })

  it('does not replace what was read later, nor what a write has made old', () => {
    const { client, apply, feeds, rows } = setUp()
    client.setQueryData(LIST, { rows: [{ id: 'a', name: 'Later' }], seenBefore: [] })
    apply(fleetEvent(NOW - 1))
    expect(rows()).toEqual(['Later'])
    expect(feeds(LIST)).toBe(true)
    vi.advanceTimersByTime(1000)
    void client.invalidateQueries({ queryKey: LIST })
    apply(fleetEvent(Date.now()))
    expect(rows()).toEqual(['Later'])
    expect(feeds(LIST)).toBe(false)
  })

  it('is no answer any more after so long without another, nor while its clock was set back', () => {
    const { apply, feeds } = setUp()
    apply(fleetEvent(NOW))
    vi.setSystemTime(NOW + DEAD_AFTER_MS - 1)
    expect(feeds(LIST)).toBe(true)
    vi.setSystemTime(NOW + DEAD_AFTER_MS)
    expect(feeds(LIST)).toBe(false)
    vi.setSystemTime(NOW - 60_000)
    expect(feeds(LIST)).toBe(false)
  })

  it.each([
    ['belongs to another session', { mark: 'mark-of-bob' }],
    ['came before the machine slept', { heardAt: NOW - 8 * 3_600_000 }],
  ])('is not used when it %s', (_what, more) => {
    const { apply, rows } = setUp()
    apply(fleetEvent(NOW), more)
    expect(rows()).toBeUndefined()
  })

  it('is not used once the person is signed out, or the page is that of somebody else', () => {
    const { client, apply, rows } = setUp()
    pageSession.bind('mark-of-bob')
    apply(fleetEvent(NOW))
    pageSession.bind(MARK)
    client.setQueryData(sessionKey, { user: null, mark: MARK })
    apply(fleetEvent(NOW))
    expect(rows()).toBeUndefined()
  })
})

describe('pending requests', () => {
  it('are read again by a page that shows them, within half a second, and by no other', async () => {
    const { client, show, apply } = setUp()
    const read = show(PENDING, 'before')
    client.setQueryData(requestKeys.list(null), 'all')
    vi.advanceTimersByTime(1000)
    apply({ event: 'requests', sentAt: Date.now(), at: Date.now() })
    expect(read).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(500)
    expect(read).toHaveBeenCalledTimes(1)
    expect(client.getQueryState(requestKeys.list(null))?.isInvalidated).toBe(true)
    // What was read since is up to date.
    apply({ event: 'requests', sentAt: Date.now(), at: NOW + 1000 })
    await vi.advanceTimersByTimeAsync(500)
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('are marked as old in a tab in the background, which asks when it is shown', async () => {
    const { client, show, apply } = setUp()
    const read = show(PENDING, 'before')
    hide()
    vi.advanceTimersByTime(1000)
    apply({ event: 'requests', sentAt: Date.now(), at: Date.now() })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(read).not.toHaveBeenCalled()
    expect(client.getQueryState(PENDING)?.isInvalidated).toBe(true)
  })

  it('are as old as the round that saw the same again, while the watch sees all of them', async () => {
    const { client, show, apply, feeds } = setUp()
    const read = show(PENDING, 'list')
    vi.advanceTimersByTime(30_000)
    apply(fleetEvent(Date.now(), { requestsAt: NOW }))
    expect(client.getQueryState(PENDING)?.dataUpdatedAt).toBe(Date.now())
    expect(feeds(PENDING)).toBe(true)
    vi.advanceTimersByTime(30_000)
    apply(fleetEvent(Date.now(), { requestsAt: null }))
    expect(feeds(PENDING)).toBe(false)
    // An event that was lost meanwhile is no loss: each round says since when they are so.
    apply(fleetEvent(Date.now(), { requestsAt: Date.now() }))
    await vi.advanceTimersByTimeAsync(500)
    expect(read).toHaveBeenCalledTimes(1)
  })
})

describe('a stream that does not know what was missed', () => {
  it('has everything read once that is shown', async () => {
    const { client, show, apply } = setUp()
    const read = show(LIST, { rows: [], seenBefore: [] })
    client.setQueryData(PENDING, 'list')
    apply({ event: 'reset', sentAt: NOW })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(read).toHaveBeenCalledTimes(1)
    expect(client.getQueryState(PENDING)?.isInvalidated).toBe(true)
    expect(client.getQueryState(sessionKey)?.isInvalidated).toBe(false)
  })
})
