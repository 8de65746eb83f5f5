import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query'
import { mayReadAgain } from './long-list.ts'

/**
 * Marks what was read as old. A long list that stays as it is until it is read again must keep the mark, so that the page
 * can say it: its next page, which would take the mark away, is not awaited.
 */
export const markOld = (client: QueryClient, filters: Omit<InvalidateQueryFilters, 'refetchType'>): void => {
  const now = Date.now()
  const { predicate } = filters
  void client.cancelQueries({
    ...filters,
    fetchStatus: 'fetching',
    predicate: (query) => !mayReadAgain(query, now) && (predicate === undefined || predicate(query)),
  })
  void client.invalidateQueries({ ...filters, refetchType: 'none' })
}
