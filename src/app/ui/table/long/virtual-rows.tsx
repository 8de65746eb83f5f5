import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react'
import { measureElement, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { printing } from '#app/browser/printing.ts'
import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'
import { useCardLayout } from './use-card-layout.ts'
import { useRankedRows } from './use-ranked-rows.ts'

/** Height of a row and of a card before it was measured, in px. */
const ROW_PX = 40
const CARD_PX = 180

/** Heights on paper are no heights on screen: what was measured before stays, and with it the place on the page. */
const heightOf = (
  row: HTMLTableRowElement,
  entry: ResizeObserverEntry | undefined,
  virtualizer: Virtualizer<Window, HTMLTableRowElement>,
): number => {
  const line = printing.get() && virtualizer.measurementsCache[Number(row.dataset['line'])]
  return line ? line.size : measureElement(row, entry, virtualizer)
}

/** So many rows before the end, the next ones are asked for: a page is there before a person is. */
const NEAR_ROWS = 30

/**
 * The rows of a long table, in order: only those near the window are in the document. Spacer rows above and below keep the
 * scroll bar true, and `aria-rowindex` of each row keeps the count true. Cards that stand beside each other are as high as
 * the highest of them, so the first one is measured for all. A print has them all, up to a number.
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
  renderRow: (row: Row, index: number, ref?: (element: HTMLTableRowElement | null) => void) => ReactNode
  onNearEnd?: () => void
}) => {
  const sorted = useRankedRows(rows, columns, sort)
  const sheet = printing.use()
  const top = useRef<HTMLTableSectionElement>(null)
  const { abreast, gap, scrollMargin } = useCardLayout(top)
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: Math.ceil(sorted.length / abreast),
    estimateSize: () => (gap === 0 ? ROW_PX : CARD_PX),
    indexAttribute: 'data-line',
    measureElement: heightOf,
    overscan: 3,
    gap,
    scrollMargin,
  })
  // Heights belong to the lines of one layout.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, abreast, gap])
  const measure = useCallback(
    (row: HTMLTableRowElement | null) => {
      if (row) row.dataset['line'] = String(Number(row.dataset['index']) / abreast)
      virtualizer.measureElement(row)
    },
    [virtualizer, abreast],
  )
  const lines = virtualizer.getVirtualItems()
  const before = (lines[0]?.start ?? scrollMargin) - scrollMargin
  const after = virtualizer.getTotalSize() - ((lines.at(-1)?.end ?? scrollMargin) - scrollMargin)
  const isNearEnd = ((lines.at(-1)?.index ?? 0) + 1) * abreast > sorted.length - NEAR_ROWS
  const reachEnd = useEffectEvent(() => onNearEnd?.())
  useEffect(() => {
    if (isNearEnd) reachEnd()
  }, [isNearEnd, sorted.length])
  const first = sheet ? 0 : (lines[0]?.index ?? 0) * abreast
  const end = sheet?.rows ?? ((lines.at(-1)?.index ?? -1) + 1) * abreast
  return (
    <>
      <tbody ref={top} aria-hidden>
        <tr style={{ height: sheet ? 0 : before }} />
      </tbody>
      <tbody role="rowgroup">
        {sorted
          .slice(first, end)
          .map((row, at) => renderRow(row, first + at, at % abreast === 0 && !sheet ? measure : undefined))}
      </tbody>
      <tbody aria-hidden>
        <tr style={{ height: sheet ? 0 : after }} />
      </tbody>
    </>
  )
}
