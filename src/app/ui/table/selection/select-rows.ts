import type { SelectionKey } from '#app/ui/table/keys/selection-key-of.ts'
import { focusedPlace, moveInRows } from '#app/ui/table/keys/row-keys.ts'
import { type RowSelect, withFirstShown } from './row-select.ts'
import { selectedOf, toggled } from './selection.ts'
import { cleared, extendedTo, rangedTo, type ShownIds } from './selection-steps.ts'

/** The ids of the rows that are shown, once for each order of them: a held key asks for them at every row. */
const known = new WeakMap<readonly unknown[], ShownIds>()

const shownIdsOf = <Row>({ shown, idOf, canSelect }: RowSelect<Row>): ShownIds => {
  const rows = shown()
  const before = known.get(rows)
  if (before) return before
  const now = {
    ids: rows.map(idOf),
    locked: new Set(rows.filter((row) => !canSelect(row)).map(idOf)),
  }
  known.set(rows, now)
  return now
}

/** Selects all rows from the one that was toggled last to this one. */
export const selectRowsTo = <Row>(select: RowSelect<Row>, row: Row): void => {
  const { selection, idOf } = select
  selection.set(rangedTo(selection.get(), shownIdsOf(select), idOf(row)))
}

const toggleFocused = <Row>({ selection, shown, idOf, canSelect }: RowSelect<Row>): void => {
  // Keys before this one may have moved the focus only now.
  const row = shown()[focusedPlace() ?? -1]
  if (row !== undefined && canSelect(row)) selection.set(toggled(selection.get(), idOf(row)))
}

/** The focus moves at once; a row that is still to be drawn is in the range already. */
const extend = <Row>(select: RowSelect<Row>, step: 1 | -1): void => {
  const move = moveInRows(step)
  if (move === null) return
  const { selection } = select
  const shown = shownIdsOf(select)
  const from = shown.ids[move.from]
  const to = shown.ids[move.to]
  if (from !== undefined && to !== undefined) selection.set(extendedTo(selection.get(), shown, [from, to]))
}

/** Does what a key asks of the selection. */
export const selectByKey = <Row>(select: RowSelect<Row>, key: SelectionKey): void => {
  const { selection } = select
  const before = selection.get()
  switch (key) {
    case 'toggle':
      return toggleFocused(select)
    case 'extend-down':
      return extend(select, 1)
    case 'extend-up':
      return extend(select, -1)
    case 'all-shown':
      return selection.set(withFirstShown(before, select))
    case 'actions':
      // Tab would pass all rows that follow, and a long list has new ones for ever.
      return document.querySelector<HTMLElement>('[data-selection]')?.focus({ preventScroll: true })
    case 'clear':
      // A second press takes the word about the first away.
      return selection.set(before.ids.size > 0 ? cleared(before) : selectedOf(before.ids))
  }
}
