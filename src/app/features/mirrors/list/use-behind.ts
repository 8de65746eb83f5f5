import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Behind, History } from '#contract/history.ts'

/** How far mirrors are behind, by their ids; one of which nothing is known is not in it. */
export type BehindById = ReadonlyMap<string, Behind>

/** How the keys of histories until now begin. The code that reads them is not needed first, so it is not imported here. */
const UNTIL_NOW = { queryKey: ['history', 'last'] }

/** How far mirrors are behind, as far as a part of the page has read it: this asks for nothing by itself. */
export const useBehind = (): BehindById => {
  const client = useQueryClient()
  const subscribe = useCallback(
    (onChange: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(onChange)),
    [client],
  )
  const data = useSyncExternalStore(subscribe, () => {
    const [newest] = client
      .getQueryCache()
      .findAll(UNTIL_NOW)
      .toSorted((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt)
    return newest === undefined ? undefined : client.getQueryData<History>(newest.queryKey)
  })
  return useMemo(
    () =>
      new Map(
        data?.mirrors.flatMap(({ mirrorId, behind }): readonly (readonly [string, Behind])[] =>
          behind === null ? [] : [[mirrorId, behind]],
        ),
      ),
    [data],
  )
}
