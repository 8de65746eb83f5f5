import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { ACTIVITY } from '#app/browser/activity.ts'
import { forgetFailed } from '#app/api/forget-failed.ts'
import { liveFeed } from '#app/api/live-feed.ts'
import { Problem } from '#app/api/problem.ts'
import { DEFAULT_PAUSE_MS, listWaits } from '#app/api/reading/list-waits.ts'
import { mayReadAgain } from '#app/api/reading/long-list.ts'
import { isPolled, type PollState, pollStateOf } from './poll-state.ts'

/** How often the state of polling is computed, in ms; this makes no request. */
const CHECK_MS = 1000

const pausedUntilOf = (client: QueryClient): number =>
  Math.max(
    0,
    ...listWaits.get().values(),
    ...client
      .getQueryCache()
      .findAll({ type: 'active' })
      .map(({ state: { error, errorUpdatedAt } }) =>
        error instanceof Problem && (error.kind === 'rate-limited' || error.retryAfterMs !== null)
          ? errorUpdatedAt + (error.retryAfterMs ?? DEFAULT_PAUSE_MS)
          : 0,
      ),
  )

/**
 * Reads again what the page shows. What is being read goes on: answers that take longer than the interval would
 * otherwise never arrive. Availability of repositories has its own clocks and buttons.
 */
const refetchShown = (
  client: QueryClient,
  isWanted: (query: Query) => boolean = () => true,
): Promise<void> => {
  forgetFailed(client)
  return client.refetchQueries(
    { type: 'active', predicate: (query) => isPolled(query) && isWanted(query) },
    { cancelRefetch: false },
  )
}

/**
 * Whether a query is asked by the clock: a long list rarely, and neither what hardly changes nor what the gateway's events
 * bring.
 */
const isDue = (query: Query): boolean =>
  query.meta?.isPolled !== 'by-hand' && mayReadAgain(query) && !liveFeed.feeds(query, Date.now())

/** Whether all that the page shows comes by events, so that nothing has to be asked while nobody is there either. */
const isAllFed = (client: QueryClient, now: number): boolean =>
  client
    .getQueryCache()
    .findAll({ type: 'active', predicate: isPolled })
    .every((query) => liveFeed.feeds(query, now))

/**
 * Refreshes what the page shows every `intervalMs` (0: never), and pauses while the page is hidden or idle, or while
 * Bitbucket limits the rate.
 */
export const usePolling = (
  intervalMs: number,
): { readonly state: PollState; readonly refresh: () => void } => {
  const client = useQueryClient()
  const [state, setState] = useState<PollState>({ kind: intervalMs === 0 ? 'off' : 'on' })
  const refresh = useCallback(() => void refetchShown(client), [client])

  useEffect(() => {
    let lastActivity = Date.now()
    let lastPoll = Date.now()
    let lastRounds = liveFeed.rounds()
    const check = () => {
      const now = Date.now()
      const next = pollStateOf({
        intervalMs,
        isHidden: document.hidden,
        lastActivity: isAllFed(client, now) ? now : lastActivity,
        pausedUntil: pausedUntilOf(client),
        now,
      })
      setState((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
      const rounds = liveFeed.rounds()
      const isTime = now - lastPoll >= intervalMs || rounds !== lastRounds
      if (next.kind !== 'on' || !isTime) return
      lastPoll = now
      lastRounds = rounds
      void refetchShown(client, isDue)
    }
    const noteActivity = () => {
      lastActivity = Date.now()
    }
    check()
    const timer = setInterval(check, CHECK_MS)
    for (const event of ACTIVITY) addEventListener(event, noteActivity, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const event of ACTIVITY) removeEventListener(event, noteActivity, { capture: true })
    }
  }, [client, intervalMs])

  return { state, refresh }
}
