import { useLayoutEffect, useState } from 'react'
import { announce } from '#app/browser/announcements.ts'
import { singleKeys } from '#app/browser/single-keys.ts'
import { createStore } from '#app/browser/store.ts'
import { LOST_CODE } from '#app/ui/late/fetch-code.ts'
import { type KeyPlace, selectionKeyOf } from '#app/ui/table/keys/selection-key-of.ts'
import { sortedRows } from '#app/ui/table/sorted-rows.ts'
import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'
import type { RowSelect, RowSelectRules } from './row-select.ts'
import { createSelection, isAtRest } from './selection.ts'
import { SelectionBox } from './selection-box.tsx'
import { SelectionHead } from './selection-head.tsx'

/** What decides which rows a table shows, and in which order. */
type TableView<Row> = {
  /** What search and filters let through. */
  readonly rows: readonly Row[]
  readonly columns: readonly TableColumn<Row>[]
  readonly sort: TableSort | null
}

/** The order of a view, computed when it is first asked for and once for each view. */
const orderOf = <Row,>(current: () => TableView<Row>): (() => readonly Row[]) => {
  let known: { readonly view: TableView<Row>; readonly rows: readonly Row[] } | null = null
  return () => {
    const view = current()
    const isSame =
      known?.view.rows === view.rows && known.view.columns === view.columns && known.view.sort === view.sort
    known = known && isSame ? known : { view, rows: sortedRows(view.rows, view.columns, view.sort) }
    return known.rows
  }
}

/** Where a press goes that the selection may take; `null` where it belongs to something else. */
const placeOf = (target: EventTarget | null): KeyPlace | null => {
  if (!(target instanceof Element) || document.querySelector('[role="dialog"]') !== null) return null
  if (target.closest('main tr[data-index]')) return 'row'
  if (target.closest('main thead')) return 'head'
  return target.matches('body, main h1') || target.closest('[data-selection]') ? 'page' : null
}

/** What ranges and keys do comes when it is first needed; until then a box selects one row. */
const loadCode = () => import('./select-rows.ts')

const sayLost = () => announce(LOST_CODE)

/**
 * The selection of a page's table, by boxes and by keys. Stable for as long as the page is open.
 *
 * @param rules the same object for all calls.
 */
export const useRowSelect = <Row,>(rules: RowSelectRules<Row>, view: TableView<Row>): RowSelect<Row> => {
  const [{ select, latest }] = useState(() => {
    const latest = createStore(view)
    const select: RowSelect<Row> = {
      ...rules,
      selection: createSelection(),
      shown: orderOf(latest.get),
      selectTo: (row) => void loadCode().then(({ selectRowsTo }) => selectRowsTo(select, row), sayLost),
      box: (row) => <SelectionBox select={select} row={row} />,
      head: (rows, id) => <SelectionHead select={select} rows={rows} id={id} />,
    }
    return { select, latest }
  })
  useLayoutEffect(() => latest.set(view))
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const place = placeOf(event.target)
      const key = place && selectionKeyOf(event, place, singleKeys.get() === 'on')
      const needsRows = key === 'clear' || key === 'actions'
      if (key === null || (needsRows && isAtRest(select.selection.get()))) return
      event.preventDefault()
      loadCode().then(({ selectByKey }) => selectByKey(select, key), sayLost)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [select])
  return select
}
