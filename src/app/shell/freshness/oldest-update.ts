import type { QueryCache } from '@tanstack/react-query'
import { isPolled } from './poll-state.ts'

/**
 * When the oldest fact on the page was read, epoch ms, or `null` before the first one arrived. The oldest,
 * since "updated 12:03:10" must be true for all that the page shows.
 */
export const oldestUpdate = (cache: QueryCache): number | null => {
  const times = cache
    .findAll({ type: 'active', predicate: isPolled })
    .flatMap(({ state }) => (state.dataUpdatedAt > 0 ? [state.dataUpdatedAt] : []))
  return times.length === 0 ? null : Math.min(...times)
}
