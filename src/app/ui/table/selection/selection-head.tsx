import { useMemo } from 'react'
import classes from '#app/ui/table/data-table.module.css'
import { allShownWords, AT_ONCE, type RowSelect, withFirstShown } from './row-select.ts'
import { selectedOf } from './selection.ts'

/** The box that selects what the filter lets through, as much of it as a person can look over, or none of it. */
export const SelectionHead = <Row,>({
  id,
  select,
  rows,
}: {
  /** Its own, for a label beside it. */
  id: string | undefined
  select: RowSelect<Row>
  rows: readonly Row[]
}) => {
  const { selection, idOf, canSelect } = select
  const { ids: selected } = selection.use()
  const ids = useMemo(() => rows.filter(canSelect).map(idOf), [rows, canSelect, idOf])
  const count = selected.size === 0 ? 0 : ids.filter((id) => selected.has(id)).length
  const isAll = count > 0 && count >= Math.min(ids.length, AT_ONCE)
  const toggle = () => {
    const shown = new Set(ids)
    selection.set(
      isAll
        ? selectedOf(new Set([...selected].filter((id) => !shown.has(id))))
        : withFirstShown(selection.get(), select),
    )
  }
  return (
    <input
      id={id}
      type="checkbox"
      aria-label={allShownWords(ids.length)}
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
