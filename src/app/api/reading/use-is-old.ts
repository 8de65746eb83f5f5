import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'

/** Whether a list is known to have changed since it was read, and was not read again because it is long. */
export const useIsOld = (queryHash: string): boolean => {
  const cache = useQueryClient().getQueryCache()
  const subscribe = useCallback(
    (listener: () => void) => cache.subscribe(notifyManager.batchCalls(listener)),
    [cache],
  )
  return useSyncExternalStore(subscribe, () => {
    const state = cache.get(queryHash)?.state
    return state?.status === 'success' && state.fetchStatus === 'idle' && state.isInvalidated
  })
}
