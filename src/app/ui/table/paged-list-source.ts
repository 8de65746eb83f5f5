import { numberText } from '#app/text/number-text.ts'
import type { CsvSource } from './csv/csv-export.tsx'
import type { ListQuery } from './list-query.ts'

/**
 * A list as the source of an export; `null` while there is none.
 *
 * @param rows the rows that the filter lets through.
 * @param lacks what the file cannot have beside what the list itself lacks.
 */
export const pagedListSource = <Row>(
  { data, error, ...query }: ListQuery,
  {
    label,
    noun,
    rows,
    lacks = [],
  }: { label: string; noun: string; rows: readonly Row[] | undefined; lacks?: readonly string[] },
): CsvSource<Row> | null =>
  data && rows
    ? {
        label,
        noun,
        rows,
        readCount: data.rows.length,
        hasMore: query.hasNextPage ?? false,
        isReading: query.isFetchingNextPage ?? false,
        error: query.isFetchNextPageError ? error : null,
        readMore: () => void query.fetchNextPage?.(),
        lacks: [
          ...lacks,
          ...(data.unreadable.length > 0
            ? [`${numberText(data.unreadable.length)} unreadable left out.`]
            : []),
          ...(data.fault === null ? [] : ['The list may be incomplete.']),
        ],
      }
    : null
