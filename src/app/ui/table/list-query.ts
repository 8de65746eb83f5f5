import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { PagedList } from '#app/api/paged-list.ts'
import type { ReadQuery } from '#app/api/reading/use-list-reading.ts'

/** A query as a list view needs it: it reads on and again, and shows the age of what is there. */
export type ListQuery = ReadQuery &
  Pick<UseInfiniteQueryResult<PagedList<unknown>>, 'dataUpdatedAt' | 'isPlaceholderData'> & {
    readonly refetch: () => Promise<unknown>
  }
