import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'
import { useRankedRows } from './use-ranked-rows.ts'

/** Height of a row before it was measured, in px. */
const ESTIMATED_PX = 40

/** So many rows before the end, the next ones are asked for: a page is there before a person is. */
const NEAR_ROWS = 30

/**
 * The rows of a long table, in order: only those near the window are in the document. Spacer rows above and below keep the
 * scroll bar true, and `aria-rowindex` of each row keeps the count true.
 */
export const VirtualRows = <Row extends object>({
  rows,
  columns,
  sort,
  renderRow,
  onNearEnd,
}: {
  rows: readonly Row[]
  columns: readonly TableColumn<Row>[]
  sort: TableSort | null
  renderRow: (row: Row, index: number, ref: (element: HTMLTableRowElement | null) => void) => ReactNode
  onNearEnd?: () => void
}) => {
  const sorted = useRankedRows(rows, columns, sort)
  const top = useRef<HTMLTableSectionElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => {
    const rect = top.current?.getBoundingClientRect()
    if (rect) setScrollMargin(rect.top + globalThis.scrollY)
  }, [])
  const virtualizer = useWindowVirtualizer({
    count: sorted.length,
    estimateSize: () => ESTIMATED_PX,
    overscan: 3,
    scrollMargin,
  })
  const items = virtualizer.getVirtualItems()
  const isNearEnd = (items.at(-1)?.index ?? 0) >= sorted.length - NEAR_ROWS
  const reachEnd = useEffectEvent(() => onNearEnd?.())
  useEffect(() => {
    if (isNearEnd) reachEnd()
  }, [isNearEnd, sorted.length])
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin)
  return (
    <>
      <tbody ref={top} aria-hidden>
        <tr style={{ height: before }} />
      </tbody>
      <tbody role="rowgroup">
        {items.map(({ index }) => {
          const row = sorted[index]
          return row === undefined ? null : renderRow(row, index, virtualizer.measureElement)
        })}
      </tbody>
      <tbody aria-hidden>
        <tr style={{ height: after }} />
      </tbody>
    </>
  )
}
