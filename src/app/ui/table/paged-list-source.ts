import type { PagedList } from '#app/api/paged-list.ts'
import type { ListReadingControl } from '#app/api/reading/use-list-reading.ts'
import { numberText } from '#app/text/number-text.ts'
import type { CsvSource } from './csv/csv-export.tsx'

/**
 * A list as the source of an export; `null` while there is none.
 *
 * @param control the reading of the list; `null` for one of which nothing more is read.
 * @param rows the rows that the filter lets through.
 * @param lacks what the file cannot have beside what the list itself lacks.
 */
export const pagedListSource = <Row>(
  data: PagedList<unknown> | undefined,
  control: ListReadingControl | null,
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
        hasMore: control !== null && data.hasMore,
        isStopped: control?.reading.kind === 'stopped',
        error: control?.reading.kind === 'failed' ? control.reading.error : null,
        readRest: () => control?.readAll(),
        lacks: [
          ...lacks,
          ...(data.unreadable.length > 0
            ? [`${numberText(data.unreadable.length)} unreadable left out.`]
            : []),
          ...(data.fault === null ? [] : ['The list may be incomplete.']),
        ],
      }
    : null
