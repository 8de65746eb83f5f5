import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { PagedList } from '#app/api/paged-list.ts'

type Paged = UseInfiniteQueryResult<PagedList<unknown>>

/** As much of a query as the parts of a list need; a list that is read in one go has no next page. */
export type ListQuery = Pick<UseQueryResult<PagedList<unknown>>, 'data' | 'error'> &
  Partial<Pick<Paged, 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'>>

/** A query as a whole list view needs it: it also reads again and shows the age of what is there. */
export type ListViewQuery = ListQuery &
  Pick<Paged, 'dataUpdatedAt' | 'isPlaceholderData'> & { readonly refetch: () => Promise<unknown> }
