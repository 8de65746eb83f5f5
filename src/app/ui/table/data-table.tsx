import { type ReactNode, Suspense, useMemo } from 'react'
import { density } from '#app/browser/density.ts'
import { printing } from '#app/browser/printing.ts'
import classes from './data-table.module.css'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import type { RowSelect } from './selection/row-select.ts'
import { SortButton } from './sort-button.tsx'
import { sortedRows } from './sorted-rows.ts'
import type { TableColumn, TableSort } from './table-column.ts'
import { TableRow } from './table-row.tsx'
import { TableSkeleton } from './table-skeleton.tsx'

/** Above this many rows only those near the window are drawn; below, all of them, so that the browser finds them. */
export const VIRTUAL_ABOVE = 40

/** Rows that fill a window of common height, to be seen while the code that follows the scroll bar is on its way. */
const FIRST_ROWS = 20

const VirtualRows = lazyPart(
  async () => (await import('./long/virtual-rows.tsx')).VirtualRows,
  (notice) => (
    <tbody>
      <tr>
        <td colSpan={99}>{notice}</td>
      </tr>
    </tbody>
  ),
)

/** One empty list for all renders, so that nothing is sorted anew while there is nothing. */
const NO_ROWS: readonly never[] = []

/**
 * What is drawn of a long table until the code is there that follows the scroll bar. The order the rows came in needs no
 * work; a print has to have them all, and cannot wait.
 */
const EarlyRows = <Row,>({
  rows,
  columns,
  sort,
  renderRow,
  skeleton,
}: {
  rows: readonly Row[]
  columns: readonly TableColumn<Row>[]
  sort: TableSort | null
  renderRow: (row: Row, index: number) => ReactNode
  skeleton: ReactNode
}) => {
  const sheet = printing.use()
  if (sort !== null && !sheet) return skeleton
  const shown = sortedRows(rows, columns, sort).slice(0, sheet?.rows ?? FIRST_ROWS)
  return <tbody role="rowgroup">{shown.map((row, at) => renderRow(row, at))}</tbody>
}

/**
 * A table that becomes a list of cards where there is no room for columns. Rows come filtered; the sort comes from the URL.
 *
 * @param rows `undefined` while they are loading: the head stays, and rows of the coming size stand in.
 */
export const DataTable = <Row extends object>({
  label,
  columns: allColumns,
  hidden,
  rows,
  rowId,
  sort,
  onSort,
  select,
  onNearEnd,
  empty,
}: {
  /** Accessible name: the page's heading. */
  label: string
  columns: readonly TableColumn<Row>[]
  /** Ids of columns that are not shown; what sorts by one of them stays sorted. */
  hidden?: ReadonlySet<string>
  rows: readonly Row[] | undefined
  rowId: (row: Row) => string
  sort: TableSort | null
  onSort: (sort: TableSort | null) => void
  /** Which rows can be selected, and what is; a table without it has no boxes. Stable, or every row draws anew. */
  select?: RowSelect<Row>
  /** Called when the last rows of a long table come into view. */
  onNearEnd?: () => void
  empty: ReactNode
}) => {
  const all = rows ?? NO_ROWS
  const isLong = all.length > VIRTUAL_ABOVE
  const sorted = useMemo(
    () => (isLong ? all : sortedRows(all, allColumns, sort)),
    [isLong, all, allColumns, sort],
  )
  const columns = useMemo(
    () => (hidden?.size ? allColumns.filter(({ id }) => !hidden.has(id)) : allColumns),
    [allColumns, hidden],
  )
  const room = density.use()
  if (rows?.length === 0) return empty

  const renderRow = (row: Row, index: number, ref?: (element: HTMLTableRowElement | null) => void) => (
    <TableRow
      key={rowId(row)}
      row={row}
      columns={columns}
      rowIndex={index + 2}
      {...(select ? { select } : {})}
      {...(ref ? { rowRef: ref } : {})}
    />
  )

  const skeleton = <TableSkeleton columns={columns.length + (select ? 1 : 0)} />

  return (
    <table
      role="table"
      aria-label={label}
      aria-rowcount={all.length + 1}
      aria-busy={rows === undefined}
      className={classes.table}
      data-density={room}
    >
      <thead role="rowgroup" className={classes.head}>
        <tr role="row" aria-rowindex={1}>
          {select ? (
            <th role="columnheader" scope="col" className={classes.heading} data-kind="select">
              {select.head(all)}
            </th>
          ) : null}
          {columns.map(({ id, header, width, sortValue, isActions }) => (
            <th
              key={id}
              role="columnheader"
              scope="col"
              style={{ width }}
              className={classes.heading}
              data-kind={isActions ? 'actions' : undefined}
              {...(sort?.id === id && { 'aria-sort': sort.direction === 'asc' ? 'ascending' : 'descending' })}
            >
              {sortValue ? <SortButton id={id} header={header} sort={sort} onSort={onSort} /> : header}
            </th>
          ))}
        </tr>
      </thead>
      {rows === undefined ? (
        skeleton
      ) : isLong ? (
        <Suspense
          fallback={
            <EarlyRows
              rows={all}
              columns={allColumns}
              sort={sort}
              renderRow={renderRow}
              skeleton={skeleton}
            />
          }
        >
          <VirtualRows
            rows={all}
            columns={allColumns}
            sort={sort}
            renderRow={renderRow}
            {...(onNearEnd ? { onNearEnd } : {})}
          />
        </Suspense>
      ) : (
        <tbody role="rowgroup">{sorted.map((row, index) => renderRow(row, index))}</tbody>
      )}
    </table>
  )
}
