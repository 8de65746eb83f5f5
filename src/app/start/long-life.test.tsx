import { QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { act, render, renderHook, waitFor } from '@testing-library/react'
import type { PropsWithChildren } from 'react'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { announcements } from '#app/browser/announcements.ts'
import { liveFeed } from '#app/api/live-feed.ts'
import { pageSession } from '#app/api/page-session.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { sightsQuery } from '#app/domain/mirror/mirror-checks.ts'
import { mirrorKeys, type MirrorList } from '#app/domain/mirror/mirrors.ts'
import { usePolling } from '#app/shell/freshness/use-polling.ts'
import { applyLiveMessage } from '#app/shell/live/apply-live-message.ts'
import { fleetEvent, heardNow, signedInClient } from '#app/shell/live/testing/live-sample.ts'
import { FleetWatcher } from '#app/shell/fleet-watcher.tsx'
import { countKept } from '#demo/testing/count-kept.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

const START = Date.UTC(2026, 10, 27, 3)

/** Lets so many polls pass, each 10 s. */
const poll = async (times: number) => {
  for (let time = 0; time < times; time += 1) {
    // Someone is there: else it would pause.
    if (time % 50 === 0) dispatchEvent(new Event('pointermove'))
    await act(() => vi.advanceTimersByTimeAsync(10_000))
  }
}

afterEach(() => {
  vi.useRealTimers()
  liveFeed.note(null)
  pageSession.bind(null)
  announcements.set(null)
})

describe('a tab that stays open', () => {
  it('keeps no more after 5,000 polls than after ten', async () => {
    vi.useFakeTimers({ now: START })
    const client = createQueryClient()
    const kept = countKept(client)
    const read = vi.fn(() => Promise.resolve({ read: Date.now() }))
    for (const name of ['list', 'one', 'sights']) {
      const observer = new QueryObserver(client, { queryKey: [name], queryFn: read })
      onTestFinished(observer.subscribe(() => undefined))
    }
    const wrapper = ({ children }: PropsWithChildren) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    )
    renderHook(() => usePolling(10_000), { wrapper })
    await poll(10)
    const [before, timers] = [kept(), vi.getTimerCount()]
    await poll(4990)
    expect(read.mock.calls.length).toBeGreaterThanOrEqual(3 * 4990)
    expect(kept()).toEqual(before)
    expect(vi.getTimerCount()).toBe(timers)
  })

  it('keeps no more after a day of events, in which a thousand mirrors come and go, than after an hour', () => {
    vi.useFakeTimers({ now: START })
    // What other tests left there is not counted.
    localStorage.clear()
    sessionStorage.clear()
    const client = signedInClient()
    const kept = countKept(client)
    render(
      <QueryClientProvider client={client}>
        <FleetWatcher />
      </QueryClientProvider>,
    )
    const [sample] = fleetEvent(START).mirrors
    if (sample === undefined) throw new Error('The sample has no mirror.')
    /** What a round sees: ten mirrors, of which one is replaced in every third round, and one fails at times. */
    const round = (number: number): void => {
      const at = Date.now()
      const mirrors = Array.from({ length: 10 }, (_none, place) => {
        const id = `mirror-${place + Math.floor(number / 3)}`
        const fails = (number + place) % 7 === 0
        return {
          mirror: { ...sample.mirror, id, name: id, lastSeenDate: at },
          check: {
            ...sample.check,
            mirrorId: id,
            checkedAt: at,
            tookMs: 20,
            clockDifferenceMs: 0,
            certificateEnds: null,
            outcome: fails
              ? ({ kind: 'failed', failure: 'timed-out', status: null, detail: null } as const)
              : ({ kind: 'without-status', httpStatus: 404 } as const),
          },
        }
      })
      act(() => {
        applyLiveMessage(client, heardNow(fleetEvent(at, { mirrors })))
        vi.advanceTimersByTime(30_000)
      })
    }
    const ofMirrors = () => ({
      sights: client.getQueryData(sightsQuery.queryKey)?.size,
      rows: client.getQueryData<MirrorList>(mirrorKeys.list())?.rows.length,
      seenBefore: client.getQueryData<MirrorList>(mirrorKeys.list())?.seenBefore.length,
    })
    for (let number = 0; number < 120; number += 1) round(number)
    const [before, timers] = [{ ...kept(), stored: 0 }, vi.getTimerCount()]
    for (let number = 120; number < 2 * 60 * 24 + 120; number += 1) round(number)
    expect(ofMirrors()).toEqual({ sights: 10, rows: 10, seenBefore: 10 })
    expect({ ...kept(), stored: 0 }).toEqual(before)
    expect(kept()['stored']).toBeLessThan(10_000)
    expect(vi.getTimerCount()).toBe(timers)
  })

  it('forgets what a mirror answered that is gone, also where nobody watches', async () => {
    const { queryClient, bitbucket, screen } = await renderApp('/mirrors')
    await screen.findByText('4 mirrors loaded.')
    const known = () => [...(queryClient.getQueryData(sightsQuery.queryKey)?.keys() ?? [])]
    await waitFor(() => expect(known()).toHaveLength(4))
    const [id = ''] = known()
    const target = `http://bitbucket.test/rest/mirroring/latest/mirrorServers/${id}`
    const authorization = `Basic ${btoa('admin:admin')}`
    const headers = { authorization, 'x-atlassian-token': 'no-check' }
    await bitbucket.fetch(new Request(target, { method: 'DELETE', headers }))
    await queryClient.refetchQueries({ queryKey: mirrorKeys.list() })
    await queryClient.refetchQueries({ queryKey: sightsQuery.queryKey })
    expect(known()).toHaveLength(3)
    expect(known()).not.toContain(id)
  })

  it('keeps nothing of a mirror that was visited but what passes by itself', async () => {
    const { router, screen, queryClient } = await renderApp('/mirrors', { seed: 'crowded' })
    await screen.findByText('100 mirrors loaded.')
    const kept = countKept(queryClient)
    const ids = queryClient.getQueryData<MirrorList>(mirrorKeys.list())?.rows.map(({ id }) => id) ?? []
    const visit = async (some: readonly string[]) => {
      for (const id of some) {
        await router.navigate(`/mirrors/${id}`)
        await screen.findByRole('region', { name: 'Health' }, { timeout: 20_000 })
        await waitFor(() => expect(queryClient.isFetching()).toBe(0), { timeout: 20_000 })
      }
      await router.navigate('/mirrors')
      await screen.findByText('100 mirrors loaded.', {}, { timeout: 20_000 })
    }
    await visit(ids.slice(0, 10))
    const before = kept()
    await visit(ids.slice(10, 30))
    // What is on its way out goes in a moment.
    for (const what of ['watchers', 'listeners', 'elements']) {
      await expect.poll(() => kept()[what] ?? 0, { timeout: 10_000 }).toBeLessThanOrEqual(before[what] ?? 0)
    }
    const forever = queryClient
      .getQueryCache()
      .getAll()
      .filter((query) => query.gcTime === Infinity && ids.some((id) => query.queryHash.includes(id)))
    expect(forever).toEqual([])
  })
})
