import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { listWaits } from '#app/api/reading/list-waits.ts'
import { lateSince } from './late-since.ts'

/** How often it is looked at, in ms; this makes no request. */
const CHECK_MS = 1000

/** What the page asks Bitbucket now; a new request of the same query has another name. */
const underWay = (client: QueryClient): readonly string[] =>
  client
    .getQueryCache()
    .findAll({ type: 'active', fetchStatus: 'fetching' })
    .filter(
      ({ meta, queryHash }) =>
        meta?.isPolled !== false &&
        meta?.asksMirrors !== true &&
        // Bitbucket has answered: it asked to wait.
        !listWaits.get().has(queryHash),
    )
    .map(({ queryHash, state }) =>
      [queryHash, state.dataUpdateCount, state.errorUpdateCount].map(String).join(' '),
    )

const writesUnderWay = (client: QueryClient): readonly number[] =>
  client
    .getMutationCache()
    .findAll({ status: 'pending' })
    .map(({ state }) => state.submittedAt)

/**
 * Since when Bitbucket has not answered what this page asked or sent, epoch ms; `null` while it answers within the usual
 * time. Tries of one question count together.
 */
export const useLateSince = (): number | null => {
  const client = useQueryClient()
  const [since, setSince] = useState<number | null>(null)
  useEffect(() => {
    let started = new Map<string, number>()
    const check = () => {
      const now = Date.now()
      started = new Map(underWay(client).map((name) => [name, started.get(name) ?? now]))
      setSince(lateSince([...started.values(), ...writesUnderWay(client)], now))
    }
    check()
    const timer = setInterval(check, CHECK_MS)
    return () => clearInterval(timer)
  }, [client])
  return since
}
