import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Behind, History } from '#contract/history.ts'
import { HISTORY_DAY } from './history-lengths.ts'
import { historyKeys } from './history-keys.ts'

/** How far mirrors are behind, by their ids; one of which nothing is known is not in it. */
export type BehindById = ReadonlyMap<string, Behind>

const KEY = historyKeys.last(HISTORY_DAY.ms)

/**
 * How far mirrors are behind, as far as a part of the page has read it: this asks for nothing by itself, so that the code
 * that reads a history need not be there first.
 */
export const useBehind = (): BehindById => {
  const client = useQueryClient()
  const subscribe = useCallback(
    (onChange: () => void) => client.getQueryCache().subscribe(onChange),
    [client],
  )
  const data = useSyncExternalStore(subscribe, () => client.getQueryData<History>(KEY))
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
