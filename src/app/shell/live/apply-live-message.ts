import type { Query, QueryClient, QueryFilters } from '@tanstack/react-query'
import type { Session } from '#contract/session.ts'
import { liveFeed } from '#app/api/live-feed.ts'
import { pageSession } from '#app/api/page-session.ts'
import { mayReadAgain } from '#app/api/reading/long-list.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { silencesKey } from '#app/domain/mirror/silence/silences-query.ts'
import { requestKeys } from '#app/domain/request/requests.ts'
import { isPolled } from '#app/shell/freshness/poll-state.ts'
import { applyFleetEvent } from './apply-fleet-event.ts'
import type { LiveMessage } from './live-message.ts'

/** Tabs do not ask all at the same moment, in ms. */
const JITTER_MS = 500

const isOwn = (client: QueryClient, mark: string): boolean => {
  const session = client.getQueryData<Session>(sessionKey)
  const isSignedIn = typeof session?.user === 'string'
  return isSignedIn && session.mark === mark && pageSession.isOwn(mark)
}

/** Marks queries as old, and reads those again that are shown; a page in the background reads when it is shown. */
const readAgain = (client: QueryClient, filter: Pick<QueryFilters, 'queryKey' | 'predicate'>): void => {
  void client.invalidateQueries({ ...filter, refetchType: 'none' })
  if (document.hidden) return
  setTimeout(() => {
    const predicate = (query: Query): boolean => mayReadAgain(query) && filter.predicate?.(query) !== false
    void client.refetchQueries({ ...filter, predicate, type: 'active', stale: true })
  }, Math.random() * JITTER_MS)
}

/** Has the lists of requests read that are older than a change, epoch ms by this browser's clock. */
const readRequests = (client: QueryClient, changedAt: number): void => {
  const isBefore = ({ state }: Query) => state.dataUpdatedAt > 0 && state.dataUpdatedAt < changedAt
  readAgain(client, { queryKey: requestKeys.all, predicate: isBefore })
}

/**
 * Takes one event into this tab. What belongs to another session, or was on its way for long (the machine slept), is
 * not used.
 */
export const applyLiveMessage = (client: QueryClient, message: LiveMessage): void => {
  const { mark, heardAt, aheadMs, event } = message
  if (!isOwn(client, mark) || !liveFeed.isRecent(heardAt, Date.now())) return
  switch (event.event) {
    case 'hello':
      return
    case 'reset':
      readAgain(client, { predicate: (query) => isPolled(query) && query.queryKey[0] !== sessionKey[0] })
      return
    case 'changed':
      liveFeed.noteRound()
      return
    case 'silences':
      readAgain(client, { queryKey: silencesKey })
      return
    case 'requests':
      readRequests(client, event.at + aheadMs)
      return
    case 'fleet': {
      const at = Math.min(heardAt, event.at + aheadMs)
      const hashes = applyFleetEvent(client, event, { at, aheadMs })
      liveFeed.note({ heardAt, readAt: at, hashes })
      if (event.requestsAt !== null) readRequests(client, event.requestsAt + aheadMs)
    }
  }
}
