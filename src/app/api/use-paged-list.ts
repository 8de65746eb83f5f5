import { type QueryKey, useInfiniteQuery, type UseInfiniteQueryOptions } from '@tanstack/react-query'

/**
 * Reads a list of `pagedListOptions` page by page. What is not asked for here is not watched, so a component draws anew
 * for what it may show alone.
 */
export const usePagedList = <Pages, List, Key extends QueryKey, Param>(
  options: UseInfiniteQueryOptions<Pages, Error, List, Key, Param>,
) => {
  const query = useInfiniteQuery(options)
  return {
    data: query.data,
    error: query.error,
    dataUpdatedAt: query.dataUpdatedAt,
    isPlaceholderData: query.isPlaceholderData,
    isFetching: query.isFetching,
    hasNextPage: query.hasNextPage,
    isFetchingNextPage: query.isFetchingNextPage,
    isFetchNextPageError: query.isFetchNextPageError,
    fetchNextPage: query.fetchNextPage,
    refetch: query.refetch,
    /** By which the cache knows the list. */
    queryKey: options.queryKey,
  }
}
