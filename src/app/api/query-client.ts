import { MutationCache, QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query'
import { problemOf } from './problem.ts'
import { liveFeed } from './live-feed.ts'
import { problemTraits } from './problem-traits.ts'
import { mayReadAgain } from './reading/long-list.ts'
import { sessionKey } from './session-key.ts'

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /**
       * `false` keeps a query out of the refresh: it has its own way to be asked again. `by-hand` keeps it out of the
       * periodic one, and a person's click reads it again.
       */
      readonly isPolled?: boolean | 'by-hand'
      /** `true` for what waits for mirrors: that they are slow says nothing about Bitbucket. */
      readonly asksMirrors?: boolean
    }
    mutationMeta: {
      /** Keys whose data a success of this mutation makes old. */
      readonly invalidates?: readonly QueryKey[]
    }
  }
}

/** Whether a read that failed this often before is worth another try. */
export const shouldRetry = (failures: number, error: unknown): boolean => {
  const { kind, status } = problemOf(error)
  // An answer that does not fit the contract has no status, and will not change.
  if (kind === 'unreadable' && status === null) return false
  return failures < problemTraits[kind].readRetries
}

/** Two tries, 500 ms and 1 s later, with up to half as much again so that many tabs do not come back at once. */
export const retryDelay = (failures: number): number => 500 * 2 ** failures * (1 + Math.random() / 2)

/**
 * The cache of everything the server said. Writes are never retried and never wait for a connection: React Query's
 * default would queue an "accept" made offline and send it by itself on reconnect.
 *
 * @param onOtherSession called when the gateway refuses to act for this page, since the cookie is another session's.
 */
export const createQueryClient = (onOtherSession: () => void = () => undefined): QueryClient => {
  const noticeSession = (error: unknown) => {
    if (problemOf(error).kind === 'other-session') onOtherSession()
    // The page stays as it is; the frame asks to sign in over it.
    if (problemOf(error).kind === 'signed-out') {
      client.setQueryData(sessionKey, (session: object | undefined) => session && { ...session, user: null })
    }
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSession }),
    mutationCache: new MutationCache({
      onError: noticeSession,
      // Started, not awaited: a list that hangs must not keep a decision "under way" that Bitbucket has confirmed.
      onSettled: (_data, _error, _variables, _context, mutation) => {
        for (const queryKey of mutation.meta?.invalidates ?? []) {
          void client.invalidateQueries({ queryKey, refetchType: 'none' })
          void client.refetchQueries({ queryKey, type: 'active', predicate: (query) => mayReadAgain(query) })
        }
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: shouldRetry,
        retryDelay,
        // What events bring is up to date, also in a tab that was in the background.
        refetchOnWindowFocus: (query) => !liveFeed.feeds(query, Date.now()) && mayReadAgain(query),
        refetchOnReconnect: (query) => mayReadAgain(query),
        refetchOnMount: (query) => mayReadAgain(query),
        // The router asked just now: a page that mounts after a refusal must not ask a second time.
        retryOnMount: false,
      },
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  })
  return client
}
