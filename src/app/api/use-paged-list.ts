import { hashKey, type QueryKey, useInfiniteQuery, type UseInfiniteQueryOptions } from '@tanstack/react-query'
import { restReaders } from './reading/rest-readers.ts'
import { useCalm } from './reading/use-calm.ts'

/**
 * Reads a list of `pagedListOptions` page by page. What is not asked for here is not watched, so a component draws anew
 * for what it may show alone. While the list is read to its end, its rows grow a few times a second and not with each
 * of a hundred pages; at the end, and when a page fails, all that came is there at once.
 */
export const usePagedList = <Pages, List, Key extends QueryKey, Param>(
  options: UseInfiniteQueryOptions<Pages, Error, List, Key, Param>,
) => {
  const query = useInfiniteQuery(options)
  const isReadOn = restReaders.use().has(hashKey(options.queryKey))
  const isGrowing = isReadOn && query.hasNextPage && !query.isFetchNextPageError
  return {
    data: useCalm(query.data, isGrowing),
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
