import classes from '#app/ui/table/data-table.module.css'
import type { RowSelect } from './row-select.ts'

/** The box that selects every row that the filter lets through, or none of them. */
export const SelectionHead = <Row,>({
  id,
  select: { selection, idOf, canSelect },
  rows,
}: {
  /** Its own, for a label beside it. */
  id?: string
  select: RowSelect<Row>
  rows: readonly Row[]
}) => {
  const selected = selection.use()
  const ids = rows.filter(canSelect).map(idOf)
  const count = ids.filter((id) => selected.has(id)).length
  const isAll = count > 0 && count === ids.length
  const toggle = () => {
    const next = new Set(selected)
    for (const id of ids) {
      if (isAll) next.delete(id)
      else next.add(id)
    }
    selection.set(next)
  }
  return (
    <input
      id={id}
      type="checkbox"
      aria-label="Select all shown"
      className={classes.box}
      disabled={ids.length === 0}
      checked={isAll}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && !isAll
      }}
      onChange={toggle}
    />
  )
}
