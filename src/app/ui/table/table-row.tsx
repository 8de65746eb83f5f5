import { memo } from 'react'
import classes from './data-table.module.css'
import type { RowSelect } from './selection/row-select.ts'
import type { TableColumn } from './table-column.ts'

type Props<Row> = {
  row: Row
  columns: readonly TableColumn<Row>[]
  /** 1-based place in the whole table, the head being row 1. */
  rowIndex: number
  select?: RowSelect<Row>
  rowRef?: (element: HTMLTableRowElement | null) => void
}

const Row = <Row,>({ row, columns, rowIndex, select, rowRef }: Props<Row>) => (
  <tr role="row" aria-rowindex={rowIndex} data-index={rowIndex - 2} className={classes.row} ref={rowRef}>
    {select ? (
      <td role="cell" className={classes.cell} data-kind="select">
        {select.box(row)}
      </td>
    ) : null}
    {columns.map(({ id, header, cell, isRowHeader, isActions }) =>
      isRowHeader ? (
        <th key={id} role="rowheader" scope="row" className={classes.cell} data-kind="name">
          {cell(row)}
        </th>
      ) : (
        <td
          key={id}
          role="cell"
          className={classes.cell}
          data-kind={isActions ? 'actions' : 'fact'}
          data-name={header}
        >
          {cell(row)}
        </td>
      ),
    )}
  </tr>
)

/**
 * A row of a table, which is a card where there is no room for columns. The roles are written out because CSS that turns rows into blocks
 * takes the table's meaning away from assistive technology otherwise. A refresh that brings the same row (the cache
 * keeps its identity) does not draw it again.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `memo` forgets that the component is generic.
export const TableRow = memo(Row) as typeof Row
