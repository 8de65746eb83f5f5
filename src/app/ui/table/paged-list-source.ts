import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { PagedList } from '#app/api/paged-list.ts'
import type { CsvSource } from './csv/csv-export.tsx'

/** As much of a query as an export needs; a list that is read in one go has no next page. */
type PagedListQuery = Pick<UseInfiniteQueryResult<PagedList<unknown>>, 'data' | 'error'> &
  Partial<
    Pick<
      UseInfiniteQueryResult<PagedList<unknown>>,
      'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'
    >
  >

/**
 * A list as the source of an export; `null` while there is none.
 *
 * @param rows the rows that the filter lets through.
 */
export const pagedListSource = <Row>(
  { data, error, ...walk }: PagedListQuery,
  { label, noun, rows }: { label: string; noun: string; rows: readonly Row[] | undefined },
): CsvSource<Row> | null =>
  data && rows
    ? {
        label,
        noun,
        rows,
        readCount: data.rows.length,
        hasMore: walk.hasNextPage ?? false,
        isReading: walk.isFetchingNextPage ?? false,
        error: walk.isFetchNextPageError ? error : null,
        readMore: () => void walk.fetchNextPage?.(),
        lacks: [
          ...(data.unreadable.length > 0
            ? [`${data.unreadable.length.toLocaleString('en')} unreadable left out.`]
            : []),
          ...(data.fault === null ? [] : ['The list may be incomplete.']),
        ],
      }
    : null
