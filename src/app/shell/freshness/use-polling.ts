import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { Problem } from '#app/api/problem.ts'
import { DEFAULT_PAUSE_MS, type PollState, pollStateOf } from './poll-state.ts'

/** How often the state of polling is looked at, in ms; no request is made by looking. */
const LOOK_MS = 1000

/**
 * Pages of a walked list that are still read again by the clock. "Load all" of a long list is a choice of a moment;
 * repeating it every minute would cost Bitbucket a hundred requests. Its age is told, and one click refreshes it.
 */
const MAX_POLLED_PAGES = 3

const isPolled = (query: Query): boolean => query.meta?.isPolled !== false

const pagesOf = ({ state: { data } }: Query): number =>
  typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages)
    ? data.pages.length
    : 1

const pausedUntilOf = (client: QueryClient): number =>
  Math.max(
    0,
    ...client
      .getQueryCache()
      .findAll({ type: 'active', predicate: ({ state }) => state.error instanceof Problem })
      .map(({ state }) =>
        state.error instanceof Problem &&
        (state.error.kind === 'rate-limited' || state.error.retryAfterMs !== null)
          ? state.errorUpdatedAt + (state.error.retryAfterMs ?? DEFAULT_PAUSE_MS)
          : 0,
      ),
  )

/**
 * Reads again what the page shows. What is being read goes on: answers that take longer than the interval would
 * otherwise never arrive. Availability of repositories has its own clocks and buttons.
 */
const refetchShown = (client: QueryClient, maxPages = Infinity): Promise<void> =>
  client.refetchQueries(
    { type: 'active', predicate: (query) => isPolled(query) && pagesOf(query) <= maxPages },
    { cancelRefetch: false },
  )

/**
 * Refreshes what the page shows every `intervalMs` (0: never), and rests while the page is hidden, nobody is there,
 * or Bitbucket asked to slow down.
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
    const look = () => {
      const now = Date.now()
      const next = pollStateOf({
        intervalMs,
        isHidden: document.hidden,
        lastActivity,
        pausedUntil: pausedUntilOf(client),
        now,
      })
      setState((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
      if (next.kind !== 'on' || now - lastPoll < intervalMs) return
      lastPoll = now
      void refetchShown(client, MAX_POLLED_PAGES)
    }
    const noteActivity = () => {
      lastActivity = Date.now()
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    // Whoever turns to the page again is there.
    const events = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'visibilitychange'] as const
    for (const event of events) addEventListener(event, noteActivity, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const event of events) removeEventListener(event, noteActivity, { capture: true })
    }
  }, [client, intervalMs])

  return { state, refresh }
}
