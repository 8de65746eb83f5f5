import { useMemo } from 'react'
import classes from '#app/ui/table/data-table.module.css'
import { allShownWords, AT_ONCE, type RowSelect, withFirstShown } from './row-select.ts'
import { selectedOf } from './selection.ts'

const countOf = <Row,>(rows: readonly Row[], isCounted: (row: Row) => boolean): number =>
  rows.reduce((count, row) => (isCounted(row) ? count + 1 : count), 0)

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
  // Counted, not kept: of a list of thousands that is still read, ids would be kept twice.
  const free = useMemo(() => countOf(rows, canSelect), [rows, canSelect])
  const count = selected.size === 0 ? 0 : countOf(rows, (row) => selected.has(idOf(row)) && canSelect(row))
  const isAll = count > 0 && count >= Math.min(free, AT_ONCE)
  const toggle = () => {
    const shown = new Set(rows.filter(canSelect).map(idOf))
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
      aria-label={allShownWords(free)}
      className={classes.box}
      disabled={free === 0}
      checked={isAll}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && !isAll
      }}
      onChange={toggle}
    />
  )
}
