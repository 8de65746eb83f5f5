import type { PagedList } from '#app/api/paged-list.ts'
import type { ListReadingControl } from '#app/api/reading/use-list-reading.ts'
import { numberText } from '#app/text/number-text.ts'
import type { ExportFacts } from './export-table.ts'
import type { ListSource } from './list-source.ts'

type Of<Row> = Pick<ListSource<Row>, 'label' | 'noun'> &
  Pick<ExportFacts, 'readAt' | 'search' | 'filter'> & {
    /** The rows that the filter lets through; `undefined` while there are none to export. */
    readonly rows: readonly Row[] | undefined
    /** A table that has a sample of the list: how many rows it has, and how many it stands for. Nothing more is read. */
    readonly sample: { readonly count: number; readonly of: number } | null
    /** What the file cannot have beside what the list itself lacks. */
    readonly lacks: readonly string[]
  }

/** A list as the source of an export; `null` while there is none. */
export const pagedListSource = <Row>(
  data: PagedList<unknown> | undefined,
  { reading, readAll }: ListReadingControl,
  { label, noun, rows, sample, lacks, ...facts }: Of<Row>,
): ListSource<Row> | null => {
  if (data === undefined || rows === undefined) return null
  const { unreadable, fault, hasMore } = data
  const readCount = sample?.count ?? data.rows.length
  return {
    label,
    noun,
    rows,
    facts: {
      ...facts,
      readCount,
      total: hasMore || fault !== null ? null : (sample?.of ?? readCount) + unreadable.length,
      lacks: [
        ...lacks,
        ...(unreadable.length > 0 ? [`${numberText(unreadable.length)} unreadable left out.`] : []),
        ...(fault === null ? [] : ['The list may be incomplete.']),
      ],
    },
    hasMore: sample === null && hasMore,
    isStopped: sample === null && reading.kind === 'stopped',
    error: sample === null && reading.kind === 'failed' ? reading.error : null,
    readRest: readAll,
  }
}
