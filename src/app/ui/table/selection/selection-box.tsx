import { useSyncExternalStore } from 'react'
import classes from '#app/ui/table/data-table.module.css'
import type { RowSelect } from './row-select.ts'

/** The box that selects one row. A plain element: there may be a hundred on screen. */
export const SelectionBox = <Row,>({
  select: { selection, idOf, canSelect, labelOf },
  row,
}: {
  select: RowSelect<Row>
  row: Row
}) => {
  const id = idOf(row)
  const isIn = () => selection.get().has(id)
  const isSelected = useSyncExternalStore(selection.subscribe, isIn, isIn)
  if (!canSelect(row)) return null
  return (
    <input
      type="checkbox"
      aria-label={labelOf(row)}
      className={classes.box}
      checked={isSelected}
      onChange={() => selection.toggle(id)}
    />
  )
}
