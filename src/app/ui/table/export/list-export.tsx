import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useRef } from 'react'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { announce } from '#app/browser/announcements.ts'
import { sortedRows } from '#app/ui/table/sorted-rows.ts'
import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'
import { numberText } from '#app/text/number-text.ts'
import type { ExportFormat } from './export-table.ts'
import { listFacts } from './list-facts.ts'
import type { ListSource } from './list-source.ts'
import { saveTable } from './save-table.ts'
import { shownColumns } from './shown-columns.ts'

/**
 * Reads the list to its end, then gives the person the file. Half a list is never exported: when a page cannot be
 * read it says so and waits.
 */
export const ListExport = <Row,>({
  source,
  format,
  columns,
  hidden,
  sort,
  onEnd,
}: {
  source: ListSource<Row>
  format: ExportFormat
  columns: readonly TableColumn<Row>[]
  hidden: ReadonlySet<string>
  sort: TableSort | null
  onEnd: () => void
}) => {
  const { label, noun, rows, list, control, sampleOf } = source
  const { reading, readAll } = control
  const hasMore = sampleOf === null && list.hasMore
  const isStopped = reading.kind === 'stopped'
  const isEnded = useRef(false)
  const begin = useEffectEvent(() => {
    if (hasMore) readAll()
  })
  useEffect(() => begin(), [])
  useEffect(() => {
    if (isEnded.current || hasMore) return
    isEnded.current = true
    const facts = listFacts(source)
    const sorted = sortedRows(rows, columns, sort)
    const table = { label, columns: shownColumns(columns, hidden), rows: sorted, facts: { ...facts, sort } }
    saveTable(table, format)
    announce([`Exported ${numberText(rows.length)} ${noun}.`, ...facts.lacks].join(' '))
    onEnd()
  })
  if (!hasMore) return null
  return (
    <>
      <span role="status">
        {reading.kind === 'failed'
          ? `Nothing was exported. ${problemText[problemOf(reading.error).kind].title}.`
          : isStopped
            ? 'Nothing was exported. Reading was stopped.'
            : `Export: ${numberText(list.rows.length)} ${noun} read`}
      </span>
      {reading.kind === 'failed' || isStopped ? (
        <Button variant="default" size="xs" onClick={readAll}>
          Go on with the export
        </Button>
      ) : null}
      <Button variant="default" size="xs" onClick={onEnd}>
        Stop export
      </Button>
    </>
  )
}
