import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { oldestUpdate } from './oldest-update.ts'

/** {@link oldestUpdate}, for a component. */
export const useUpdatedAt = (): number | null => {
  const client = useQueryClient()
  const cache = client.getQueryCache()
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache])
  return useSyncExternalStore(subscribe, () => oldestUpdate(cache))
}
