import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { oldestUpdate } from './oldest-update.ts'

/** {@link oldestUpdate}, for a component. */
export const useUpdatedAt = (): number | null => {
  const client = useQueryClient()
  const cache = client.getQueryCache()
  const subscribe = useCallback(
    // The cache also changes while parts are drawn, and what is being drawn may not change another part.
    (listener: () => void) => cache.subscribe(notifyManager.batchCalls(listener)),
    [cache],
  )
  return useSyncExternalStore(subscribe, () => oldestUpdate(cache))
}
