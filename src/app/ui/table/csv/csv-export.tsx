import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useRef } from 'react'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { announce } from '#app/browser/announcements.ts'
import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'
import { numberText } from '#app/text/number-text.ts'
import { downloadCsv } from './download-csv.ts'
import { tableCsv } from './table-csv.ts'

/** A list as far as it was read, and the way to the rest of it. */
export type CsvSource<Row> = {
  /** What is exported: the table's name, and what its rows are called in the plural. */
  readonly label: string
  readonly noun: string
  /** The rows that the filter lets through, of all that were read. */
  readonly rows: readonly Row[]
  /** How many were read, with and without the filter. */
  readonly readCount: number
  readonly hasMore: boolean
  /** Whether a person stopped the reading. */
  readonly isStopped: boolean
  /** Why the rest could not be read; `null` while nothing keeps it from being read. */
  readonly error: unknown
  /** Has the list read to its end, also after it was stopped or a page failed. */
  readonly readRest: () => void
  /** What the file cannot have: rows that could not be read, a list that ended early. */
  readonly lacks: readonly string[]
}

/**
 * Reads the list to its end, then gives the person the file. Half a list is never exported: when a page cannot be
 * read it says so and waits.
 */
export const CsvExport = <Row,>({
  source,
  columns,
  hidden,
  sort,
  onEnd,
}: {
  source: CsvSource<Row>
  columns: readonly TableColumn<Row>[]
  hidden: ReadonlySet<string>
  sort: TableSort | null
  onEnd: () => void
}) => {
  const { label, noun, rows, readCount, hasMore, isStopped, error, readRest, lacks } = source
  const isFailed = error !== null && hasMore
  const isEnded = useRef(false)
  const begin = useEffectEvent(() => {
    if (hasMore) readRest()
  })
  useEffect(() => begin(), [])
  useEffect(() => {
    if (isEnded.current || hasMore) return
    isEnded.current = true
    downloadCsv(label, tableCsv(rows, columns, { hidden, sort }))
    announce([`Exported ${numberText(rows.length)} ${noun}.`, ...lacks].join(' '))
    onEnd()
  })
  if (!hasMore) return null
  return (
    <>
      <span role="status">
        {isFailed
          ? `Nothing was exported. ${problemText[problemOf(error).kind].title}.`
          : isStopped
            ? 'Nothing was exported. Reading was stopped.'
            : `Export: ${numberText(readCount)} ${noun} read`}
      </span>
      {isFailed || isStopped ? (
        <Button variant="default" size="xs" onClick={readRest}>
          Go on with the export
        </Button>
      ) : null}
      <Button variant="default" size="xs" onClick={onEnd}>
        Stop export
      </Button>
    </>
  )
}
