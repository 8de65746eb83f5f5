import { useSyncExternalStore } from 'react'
import classes from '#app/ui/table/data-table.module.css'
import type { RowSelect } from './row-select.ts'
import { toggled } from './selection.ts'

/** The box that selects one row, and with Shift all from the last one. A plain element: there may be a hundred on screen. */
export const SelectionBox = <Row,>({
  select: { selection, idOf, canSelect, labelOf, selectTo },
  row,
}: {
  select: RowSelect<Row>
  row: Row
}) => {
  const id = idOf(row)
  const isIn = () => selection.get().ids.has(id)
  const isSelected = useSyncExternalStore(selection.subscribe, isIn, isIn)
  if (!canSelect(row)) return null
  return (
    <input
      type="checkbox"
      aria-label={labelOf(row)}
      className={classes.box}
      checked={isSelected}
      onChange={({ nativeEvent }) => {
        if ('shiftKey' in nativeEvent && nativeEvent.shiftKey === true) selectTo(row)
        else selection.set(toggled(selection.get(), id))
      }}
    />
  )
}
