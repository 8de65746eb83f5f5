import { notifyManager, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { FleetEvent } from '#contract/events.ts'
import { mirrorKeys, type MirrorList } from '#app/domain/mirror/mirrors.ts'
import { sightsQuery } from '#app/domain/mirror/mirror-checks.ts'
import { silencesQuery } from '#app/domain/mirror/silence/silences-query.ts'
import { requestKeys } from '#app/domain/request/requests.ts'
import { analyticsQuery } from '#app/domain/upstream/upstream.ts'
import { type MirrorSights, NO_SIGHTS, sightsOfListed, withCheck } from '#health/mirror-sight.ts'
import { seenAfter } from '#health/seen-before.ts'

/** How much a time in a header can be off from one in an answer, in ms: it has whole seconds, and travels. */
const HEADER_CLOCK_MS = 2000

/** Whether what is in the cache may be replaced by something that was read at `at`, epoch ms. */
const isOlder = (client: QueryClient, queryKey: QueryKey, at: number): boolean => {
  const state = client.getQueryState(queryKey)
  // What a write has made old is read again: the event may be from before that write.
  return state === undefined || (!state.isInvalidated && state.dataUpdatedAt < at)
}

const applyRows = (client: QueryClient, { mirrors }: FleetEvent, at: number): void => {
  const rows = mirrors.map(({ mirror }) => mirror)
  if (isOlder(client, mirrorKeys.list(), at)) {
    const before = client.getQueryData<MirrorList>(mirrorKeys.list())?.seenBefore ?? []
    const list: MirrorList = {
      rows,
      unreadable: [],
      fault: null,
      hasMore: false,
      duplicates: 0,
      seenBefore: seenAfter(before, rows, at),
    }
    client.setQueryData(mirrorKeys.list(), list, { updatedAt: at })
  }
  for (const row of rows) {
    const key = mirrorKeys.one(row.id)
    // Only what is shown: a hundred mirrors need not be kept twice.
    const isShown = client.getQueryData(key) !== undefined
    if (isShown && isOlder(client, key, at)) client.setQueryData(key, row, { updatedAt: at })
  }
}

const applyChecks = (client: QueryClient, { mirrors }: FleetEvent, at: number, aheadMs: number): void => {
  const key = sightsQuery.queryKey
  const before = client.getQueryState(key)
  if (before?.isInvalidated === true) return
  const sights = mirrors.reduce<MirrorSights>(
    (all, { check }) =>
      check === null ? all : withCheck(all, check, Math.min(Date.now(), check.checkedAt + aheadMs)),
    client.getQueryData(key) ?? NO_SIGHTS,
  )
  const ofListed = sightsOfListed(sights, client.getQueryData<MirrorList>(mirrorKeys.list())?.rows)
  client.setQueryData(key, ofListed, { updatedAt: Math.max(at, before?.dataUpdatedAt ?? 0) })
}

const applyClock = (client: QueryClient, event: FleetEvent, at: number, aheadMs: number): void => {
  const { queryKey } = analyticsQuery
  if (event.clockDifferenceMs === null || !isOlder(client, queryKey, at)) return
  const offsetMs = event.clockDifferenceMs - aheadMs
  client.setQueryData(
    queryKey,
    (known) => {
      if (known === undefined || known.offsetMs === null) return known
      // The clocks agree with what was measured better than a header can.
      if (Math.abs(known.offsetMs - offsetMs) <= HEADER_CLOCK_MS) return known
      return { ...known, offsetMs, uncertaintyMs: HEADER_CLOCK_MS }
    },
    { updatedAt: at },
  )
}

const confirmRequests = (client: QueryClient, requestsAt: number, at: number): void => {
  const key = requestKeys.list('PENDING')
  const state = client.getQueryState(key)
  // The watch has seen the same requests as this list, again.
  const isSame = state?.status === 'success' && state.dataUpdatedAt >= requestsAt
  if (isSame && isOlder(client, key, at)) {
    client.setQueryData(key, (known: unknown) => known, { updatedAt: at })
  }
}

/** Other silences would have been told: those that were read are up to date. */
const confirmSilences = (client: QueryClient, at: number): void => {
  const { queryKey } = silencesQuery
  const isRead = client.getQueryState(queryKey)?.status === 'success'
  if (isRead && isOlder(client, queryKey, at)) {
    client.setQueryData(queryKey, (known) => known, { updatedAt: at })
  }
}

/**
 * Puts what one round of the watch saw into the cache, as if this tab had asked for it then. What was read later stays.
 *
 * @param times `at`: when Bitbucket's list was read, epoch ms by this browser's clock; `aheadMs`: that clock minus the
 * gateway's.
 * @returns the hashes of the queries that need not be asked while such events come.
 */
export const applyFleetEvent = (
  client: QueryClient,
  event: FleetEvent,
  { at, aheadMs }: { readonly at: number; readonly aheadMs: number },
): ReadonlySet<string> => {
  // Record and checks belong together: nothing is shown, or said, of one without the other.
  notifyManager.batch(() => {
    applyRows(client, event, at)
    applyChecks(client, event, at, aheadMs)
    applyClock(client, event, at, aheadMs)
    confirmSilences(client, at)
    if (event.requestsAt !== null) confirmRequests(client, event.requestsAt + aheadMs, at)
  })
  const keys: readonly QueryKey[] = [
    mirrorKeys.list(),
    sightsQuery.queryKey,
    silencesQuery.queryKey,
    ...event.mirrors.map(({ mirror }) => mirrorKeys.one(mirror.id)),
    ...(event.clockDifferenceMs === null ? [] : [analyticsQuery.queryKey]),
    ...(event.requestsAt === null ? [] : [requestKeys.list('PENDING')]),
  ]
  const cache = client.getQueryCache()
  return new Set(keys.flatMap((queryKey) => cache.find({ queryKey })?.queryHash ?? []))
}
