import type { Selection } from './selection.ts'

/** Which rows of a table can be selected, and which are. */
export type RowSelect<Row> = {
  readonly selection: Selection
  readonly idOf: (row: Row) => string
  /** Whether anything can be done to the row at all. */
  readonly canSelect: (row: Row) => boolean
  /** What the row's box is called: "Select Tokyo". */
  readonly labelOf: (row: Row) => string
}
