import { queryOptions } from '@tanstack/react-query'
import type { History } from '#contract/history.ts'
import { joinedHistory } from './joined-history.ts'

const historyKey = ['history'] as const

/** Its code comes with the first question: pages that show nothing of the watch do without. */
const ask = async (query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<History> => {
  const { readHistory } = await import('./read-history.ts')
  return readHistory(query, signal)
}

/** The longest time of all mirrors that is asked for at once, in ms: the gateway tells a week, and a little more. */
const WEEK_MS = 7 * 86_400_000

/** Week by week, one after the other: a time of months is no reason to ask for all of it at once. */
const askByWeek = async (from: number, to: number, signal: AbortSignal): Promise<History> => {
  let end = Math.min(to, from + WEEK_MS)
  let whole = await ask({ from: String(from), to: String(end) }, signal)
  while (end < to) {
    const start = end
    end = Math.min(to, start + WEEK_MS)
    whole = joinedHistory(whole, await ask({ from: String(start), to: String(end) }, signal))
  }
  return whole
}

/** What the watch saw of all mirrors that the user may list, in the last `lengthMs` by the gateway's clock. */
export const fleetHistoryQuery = (lengthMs: number) =>
  queryOptions({
    queryKey: [...historyKey, 'last', lengthMs],
    queryFn: ({ signal }) => ask({ last: String(lengthMs) }, signal),
    staleTime: 15_000,
    structuralSharing: false,
  })

/** The same from one moment to another, epoch ms; what is past does not change. */
export const pastHistoryQuery = (from: number, to: number) =>
  queryOptions({
    queryKey: [...historyKey, 'past', from, to],
    queryFn: ({ signal }) => askByWeek(from, to, signal),
    staleTime: Infinity,
    structuralSharing: false,
    meta: { isPolled: false },
  })

/** What the watch saw and measured of one mirror, in the last `lengthMs` by the gateway's clock. */
export const mirrorHistoryQuery = (mirrorId: string, lengthMs: number) =>
  queryOptions({
    queryKey: [...historyKey, 'mirror', mirrorId, lengthMs],
    queryFn: ({ signal }) => ask({ last: String(lengthMs), mirror: mirrorId, measures: '1' }, signal),
    staleTime: 15_000,
    structuralSharing: false,
  })
