import type { ReactNode } from 'react'

/** A fact as a program reads it; what is not known is `null`. */
export type ExportValue =
  | string
  | number
  | boolean
  | null
  | readonly ExportValue[]
  | { readonly [name: string]: ExportValue }

/** One column of a table. */
export type TableColumn<Row> = {
  readonly id: string
  /** The heading, also the fact's name on a card. */
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** The fact as plain text, for an export; a column without it is not exported. */
  readonly text?: (row: Row) => string | null
  /** The same fact for a program, where the text is not the best form of it. */
  readonly value?: (row: Row) => ExportValue
  /** What sorting compares; a column without it cannot be sorted. `null` goes last in either direction. */
  readonly sortValue?: (row: Row) => string | number | null
  /** CSS width; the remaining room is shared by columns without one. */
  readonly width?: string
  /** The column that names the row: a row header, and the title of its card. */
  readonly isRowHeader?: boolean
  /** Holds buttons: no sorting, no name on a card, at its end. */
  readonly isActions?: boolean
  /** Hidden until it is chosen. */
  readonly isOptional?: boolean
  /** Hidden until it is chosen in windows below this width, in px, that have tables and no cards; in none if left out. */
  readonly givesWay?: 0 | 1200 | 1440
  /** In the file although hidden: the page says it for all rows, and a file leaves the page. */
  readonly isExportedAnyway?: boolean
}

/** As much of a column as the choice of columns needs. */
export type ColumnHead = Pick<TableColumn<never>, 'id' | 'header' | 'isRowHeader' | 'isActions'>

/** Whether a column can be hidden: those that name a row or hold its buttons always stay. */
export const isChoosable = ({ isRowHeader, isActions }: ColumnHead): boolean => !isRowHeader && !isActions

/** Which column sorts, and how. */
export type TableSort = { readonly id: string; readonly direction: 'asc' | 'desc' }
