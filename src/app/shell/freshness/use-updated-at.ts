import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'

/**
 * When the oldest fact on the page was read, epoch ms, or `null` before the first one arrived. The oldest, since
 * "updated 12:03:10" must hold for all that one sees.
 */
export const useUpdatedAt = (): number | null => {
  const client = useQueryClient()
  const cache = client.getQueryCache()
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache])
  return useSyncExternalStore(subscribe, () => {
    const times = cache
      .findAll({ type: 'active', predicate: ({ meta }) => meta?.isPolled !== false })
      .flatMap(({ state }) => (state.dataUpdatedAt > 0 ? [state.dataUpdatedAt] : []))
    return times.length === 0 ? null : Math.min(...times)
  })
}
