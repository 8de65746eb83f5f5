import type { ReactNode } from 'react'
import { type Selected, selectedOf, type Selection } from './selection.ts'

/** Which rows can be selected, and how they are named. */
export type RowSelectRules<Row> = {
  readonly idOf: (row: Row) => string
  /** Whether anything can be done to the row at all. */
  readonly canSelect: (row: Row) => boolean
  /** What the row's box is called: "Select Tokyo". */
  readonly labelOf: (row: Row) => string
}

/** Which rows of a table can be selected, and which are. */
export type RowSelect<Row> = RowSelectRules<Row> & {
  readonly selection: Selection
  /** The rows that search and filters let through, in the order of the table. */
  readonly shown: () => readonly Row[]
  /** Selects all rows from the one that was toggled last to this one. */
  readonly selectTo: (row: Row) => void
  /** Draws the box of a row. Its code comes with the selection: most tables have none. */
  readonly box: (row: Row) => ReactNode
  /** Draws the box that selects what is shown; its id is for a label beside it. */
  readonly head: (rows: readonly Row[], id?: string) => ReactNode
}

/** Rows that one step selects at most: more than these need a step of their own that says how many there are. */
export const AT_ONCE = 100

/** What "Select all shown" is called, which selects the first of many. */
export const allShownWords = (count: number): string =>
  count > AT_ONCE ? `Select all shown (the first ${String(AT_ONCE)})` : 'Select all shown'

/** The first rows that are shown and can be selected, added to what is selected. */
export const withFirstShown = <Row>(
  before: Selected,
  { shown, canSelect, idOf }: RowSelect<Row>,
): Selected => {
  const ids = new Set(before.ids)
  let left = AT_ONCE
  for (const row of shown()) {
    if (left === 0) break
    if (!canSelect(row)) continue
    ids.add(idOf(row))
    left -= 1
  }
  return selectedOf(ids)
}
