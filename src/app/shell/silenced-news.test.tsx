import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ProbeFailure } from '#contract/probe.ts'
import { announcements, dismissAnnouncement } from '#app/browser/announcements.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { sightsQuery } from '#app/domain/mirror/mirror-checks.ts'
import { mirrorKeys } from '#app/domain/mirror/mirrors.ts'
import { NO_SILENCES, silencedNow } from '#app/domain/mirror/silence/silenced-now.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'
import type { MirrorFinding } from '#health/mirror-sight.ts'
import { FleetWatcher } from './fleet-watcher.tsx'

const NOW = Date.UTC(2026, 10, 23, 12)

const answered: MirrorFinding = {
  kind: 'answered',
  status: { state: 'SYNCHRONIZED', memberCount: 1, discovering: false, syncedRepos: 0, totalRepos: 0 },
}
const failed = (failure: ProbeFailure): MirrorFinding => ({ kind: 'failed', failure, status: null })

/** The watcher over a cache in which one mirror, "Dublin", answers what is noted. */
const watchDublin = () => {
  const client = createQueryClient()
  const read = (key: readonly unknown[], data: unknown) =>
    act(() => {
      client.setQueryData(key, data)
      vi.advanceTimersByTime(1)
    })
  const row = {
    id: 'dublin',
    name: 'Dublin',
    baseUrl: null,
    enabled: true,
    lastSeenDate: NOW,
    mirrorType: null,
    productType: null,
    productVersion: null,
  }
  const note = (finding: MirrorFinding) => {
    const [checkedAt, receivedAt, since] = [Date.now(), Date.now(), Date.now()]
    const unknown = { clockDifferenceMs: 0, refusedAt: null, tookMs: null, certificateEnds: null }
    const sight = { finding, checkedAt, receivedAt, since, ...unknown }
    read(sightsQuery.queryKey, new Map([['dublin', sight]]))
  }
  read(clockOffsetQuery.queryKey, { offsetMs: 0 })
  note(answered)
  read(mirrorKeys.list(), {
    rows: [row],
    unreadable: [],
    fault: null,
    hasMore: false,
    duplicates: 0,
    seenBefore: [],
  })
  render(
    <QueryClientProvider client={client}>
      <FleetWatcher />
    </QueryClientProvider>,
  )
  return note
}

const silence = (isSilenced: boolean) =>
  act(() => {
    const dublin = { mirrorId: 'dublin', until: NOW * 2, note: '', by: 'ada', isNamed: true, at: NOW }
    const byId = new Map(isSilenced ? [['dublin', dublin]] : [])
    silencedNow.set({ ...NO_SILENCES, byId, isSettled: true })
  })

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  document.title = 'Mirrors'
})
afterEach(() => {
  silencedNow.set(NO_SILENCES)
  dismissAnnouncement()
  vi.useRealTimers()
})

describe('a mirror that is silenced', () => {
  it('is not announced and not counted in the title while it fails, and is once it is silent no more', () => {
    const note = watchDublin()
    silence(true)
    note(failed('unreachable'))
    expect(announcements.get()).toBeNull()
    expect(document.title).toBe('Mirrors')
    silence(false)
    expect(announcements.get()?.message).toBe('Dublin: not reachable')
    expect(document.title).toBe('(1) Mirrors')
  })

  it('is announced as ever without a silence', () => {
    const note = watchDublin()
    note(failed('unreachable'))
    expect(announcements.get()?.message).toBe('Dublin: not reachable')
    expect(document.title).toBe('(1) Mirrors')
  })
})
