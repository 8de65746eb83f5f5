import { queryOptions } from '@tanstack/react-query'
import { type History, HISTORY_PATH, history } from '#contract/history.ts'
import { read, send } from '#app/api/client.ts'

const historyKey = ['history'] as const

const ask = async (query: URLSearchParams, signal: AbortSignal): Promise<History> => {
  const target = `${HISTORY_PATH}?${query.toString()}`
  const headers = { accept: 'application/json' }
  return read(history, await send({ method: 'GET', target, headers, body: null }, signal))
}

/** What the watch saw of all mirrors that the user may list, in the last `lengthMs` by the gateway's clock. */
export const fleetHistoryQuery = (lengthMs: number) =>
  queryOptions({
    queryKey: [...historyKey, 'last', lengthMs],
    queryFn: ({ signal }) => ask(new URLSearchParams({ last: String(lengthMs) }), signal),
    staleTime: 15_000,
    structuralSharing: false,
  })

/** The same from one moment to another, epoch ms; what is past does not change. */
export const pastHistoryQuery = (from: number, to: number) =>
  queryOptions({
    queryKey: [...historyKey, 'past', from, to],
    queryFn: ({ signal }) => ask(new URLSearchParams({ from: String(from), to: String(to) }), signal),
    staleTime: Infinity,
    structuralSharing: false,
    meta: { isPolled: false },
  })

/** What the watch saw and measured of one mirror, in the last `lengthMs` by the gateway's clock. */
export const mirrorHistoryQuery = (mirrorId: string, lengthMs: number) =>
  queryOptions({
    queryKey: [...historyKey, 'mirror', mirrorId, lengthMs],
    queryFn: ({ signal }) =>
      ask(new URLSearchParams({ last: String(lengthMs), mirror: mirrorId, measures: '1' }), signal),
    staleTime: 15_000,
    structuralSharing: false,
  })
