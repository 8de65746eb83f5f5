import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { UnreadableRow } from '#contract/page.ts'
import type { ProbeFailure } from '#contract/probe.ts'
import { sightsQuery } from '#app/domain/mirror/mirror-checks.ts'
import type { MirrorFinding, MirrorSights } from '#health/mirror-sight.ts'
import { mirrorKeys, type MirrorList } from '#app/domain/mirror/mirrors.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { requestKeys } from '#app/domain/request/requests.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'
import { announcements, dismissAnnouncement } from '#app/browser/announcements.ts'
import { FleetWatcher } from './fleet-watcher.tsx'

const START = Date.UTC(2026, 10, 23, 12)
const MINUTE = 60_000

const mirror = (name: string, seenAgoMs: number): MirrorServer => ({
  id: name.toLowerCase(),
  name,
  baseUrl: null,
  enabled: true,
  lastSeenDate: Date.now() - seenAgoMs,
  mirrorType: null,
  productType: null,
  productVersion: '8.16.2',
})
const page = (names: readonly string[], isLastPage: boolean) => ({
  values: names.map((mirrorName) => ({ id: mirrorName, mirrorName })),
  unreadable: [],
  start: 0,
  limit: 100,
  isLastPage,
  nextPageStart: isLastPage ? null : 100,
})

/** The watcher over a cache that a page would have filled. */
const watch = ({ isClockKnown = true } = {}) => {
  const client = createQueryClient()
  const read = (key: readonly unknown[], data: unknown) =>
    act(() => {
      client.setQueryData(key, data)
      // The cache notifies its readers in the next task.
      vi.advanceTimersByTime(1)
    })
  const list = (rows: readonly MirrorServer[], unreadable: readonly UnreadableRow[]) =>
    read(mirrorKeys.list(), {
      rows,
      unreadable,
      fault: null,
      hasMore: false,
      duplicates: 0,
      seenBefore: [],
    } satisfies MirrorList)
  /** What the mirrors answered: all that were read are well, but those that fail. */
  let sights: MirrorSights = new Map()
  const note = (id: string, finding: MirrorFinding) => {
    const now = Date.now()
    const sight = {
      finding,
      checkedAt: now,
      receivedAt: now,
      since: now,
      clockDifferenceMs: 0,
      refusedAt: null,
      tookMs: null,
      certificateEnds: null,
    }
    sights = new Map(sights).set(id, sight)
    read(sightsQuery.queryKey, sights)
  }
  const good: MirrorFinding = {
    kind: 'answered',
    status: { state: 'SYNCHRONIZED', memberCount: 1, discovering: false, syncedRepos: 0, totalRepos: 0 },
  }
  const mirrors = (...rows: readonly MirrorServer[]) => {
    for (const { id } of rows) note(id, good)
    list(rows, [])
  }
  const fails = (id: string, failure: ProbeFailure) => note(id, { kind: 'failed', failure, status: null })
  /** Whether mirrors are being asked just now. */
  const isReading = (is: boolean) =>
    act(() => {
      client
        .getQueryCache()
        .find(sightsQuery)
        ?.setState({ fetchStatus: is ? 'fetching' : 'idle' })
      vi.advanceTimersByTime(1)
    })
  const requests = (names: readonly string[], isLastPage = true, unreadable: readonly UnreadableRow[] = []) =>
    read(requestKeys.list('PENDING'), {
      pages: [{ ...page(names, isLastPage), unreadable }],
      pageParams: [{ start: 0, limit: 100 }],
    })
  if (isClockKnown) read(clockOffsetQuery.queryKey, { offsetMs: 0 })
  render(
    <QueryClientProvider client={client}>
      <FleetWatcher />
    </QueryClientProvider>,
  )
  return { list, mirrors, requests, fails, isReading }
}
const unreadableRow = (id: string | null): UnreadableRow => ({
  index: 0,
  id,
  problem: 'name: expected string',
})
const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms)
  })
const announced = () => announcements.get()?.message ?? null

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  vi.stubGlobal('fetch', () => expect.unreachable('The watcher asks for nothing.'))
})
afterEach(() => {
  dismissAnnouncement()
  vi.useRealTimers()
})

describe('news of the fleet', () => {
  it('are what changes, not how things are', () => {
    const { mirrors, requests } = watch()
    mirrors(mirror('Dublin', 0), mirror('Dead', 60 * MINUTE))
    requests(['Sydney'])
    expect(announced()).toBeNull()
  })

  it('come with a reading, once, and again when the mirror recovers; time alone changes nothing', () => {
    const { mirrors } = watch()
    mirrors(mirror('Dublin', 0))
    pass(8 * 60 * MINUTE)
    expect(announced()).toBeNull()
    mirrors(mirror('Dublin', 6 * MINUTE))
    expect(announced()).toBe('Dublin: not seen recently, but answers')
    act(dismissAnnouncement)
    mirrors(mirror('Dublin', 7 * MINUTE))
    expect(announced()).toBeNull()
    mirrors(mirror('Dublin', 0))
    expect(announced()).toBe('Dublin: recovered')
  })

  it('come when a check fails, and as one message for mirrors that fail a moment apart', () => {
    const { mirrors, fails, isReading } = watch()
    mirrors(mirror('Dublin', 0), mirror('Tokyo', 0))
    isReading(true)
    fails('dublin', 'unreachable')
    fails('tokyo', 'unreachable')
    expect(announced()).toBeNull()
    isReading(false)
    expect(announced()).toBe('Dublin, Tokyo: not reachable')
  })

  it('count the mirrors that cannot serve in the title while the page is in the background', () => {
    const { mirrors, fails } = watch()
    document.title = 'Overview · Mirror Console'
    mirrors(mirror('Dublin', 0), mirror('Tokyo', 0))
    fails('tokyo', 'timed-out')
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(document.title).toBe('(1) Overview · Mirror Console')
    hidden.mockReturnValue(false)
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(document.title).toBe('Overview · Mirror Console')
    hidden.mockRestore()
  })

  it('are not repeated while a mirror flaps', () => {
    const { mirrors } = watch()
    const heard = [0, 6, 0, 6, 0, 6].map((seenAgo) => {
      mirrors(mirror('Dublin', seenAgo * MINUTE))
      const message = announced()
      act(dismissAnnouncement)
      return message
    })
    expect(heard).toEqual([
      null,
      'Dublin: not seen recently, but answers',
      'Dublin: recovered',
      null,
      null,
      null,
    ])
  })

  it('are grouped by cause, and capped', () => {
    const { mirrors } = watch()
    const names = ['Dublin', 'Tokyo', 'Mumbai', 'Oslo', 'Lima']
    mirrors(...names.map((name) => mirror(name, 0)))
    mirrors(...names.map((name) => mirror(name, 6 * MINUTE)))
    expect(announced()).toBe('Dublin, Tokyo, Mumbai and 2 more: not seen recently, but answers')
  })

  it('wait until the current message has been shown', () => {
    const { mirrors, requests } = watch()
    requests([])
    mirrors(mirror('Dublin', 0))
    requests(['Sydney'])
    expect(announced()).toBe('Sydney: asked to join')
    mirrors(mirror('Dublin', 6 * MINUTE))
    expect(announced()).toBe('Sydney: asked to join')
    act(dismissAnnouncement)
    expect(announced()).toBe('Dublin: not seen recently, but answers')
  })

  it('are no rows that move up in a list that goes on', () => {
    const { requests } = watch()
    requests(['Sydney', 'Toronto'], false)
    requests(['Toronto', 'Lima'], false)
    expect(announced()).toBeNull()
    requests(['Toronto', 'Lima', 'Quito'])
    expect(announced()).toBeNull()
    requests(['Toronto', 'Lima', 'Quito', 'Oslo'])
    expect(announced()).toBe('Oslo: asked to join')
  })

  it.each([['sydney-1'], [null]])(
    'are none about a request whose row cannot be read for a while (id read: %s)',
    (id) => {
      const { requests } = watch()
      requests(['sydney-1', 'Lima'])
      requests(['Lima'], true, [unreadableRow(id)])
      requests(['sydney-1', 'Lima'])
      expect(announced()).toBeNull()
    },
  )

  it.each([['dublin'], [null]])(
    'compare a mirror whose row could not be read for a while with what it was before (id read: %s)',
    (id) => {
      const { list, mirrors } = watch()
      mirrors(mirror('Dublin', 0), mirror('Tokyo', 0))
      list([mirror('Tokyo', 0)], [unreadableRow(id)])
      expect(announced()).toBeNull()
      mirrors(mirror('Dublin', 6 * MINUTE), mirror('Tokyo', 0))
      expect(announced()).toBe('Dublin: not seen recently, but answers')
    },
  )

  it('are none while the clock of Bitbucket is not known', () => {
    const { mirrors } = watch({ isClockKnown: false })
    mirrors(mirror('Dublin', 0))
    mirrors(mirror('Dublin', 6 * MINUTE))
    expect(announced()).toBeNull()
  })
})
