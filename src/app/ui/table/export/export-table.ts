import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'

/** A column of an export: the one place that both formats take a fact from. */
export type ExportColumn<Row> = Pick<TableColumn<Row>, 'id' | 'header' | 'value'> & {
  readonly text: (row: Row) => string | null
}

/** What a file says about itself. */
export type ExportFacts = {
  /** When the oldest of its facts was read, epoch ms by this browser's clock; `null` where that is not known. */
  readonly readAt: number | null
  /** What was searched for; empty for nothing. */
  readonly search: string
  /** What else narrowed the list, by name. */
  readonly filter: Readonly<Record<string, string>>
  readonly sort: TableSort | null
  /** How many rows were read, before search and filter, and how many the list has; `null` where that is not known. */
  readonly readCount: number
  readonly total: number | null
  /** What the file cannot have, as sentences; none where the list is whole. */
  readonly lacks: readonly string[]
}

/** Rows in their order, with the columns to export and what is known of them. */
export type ExportTable<Row> = {
  /** What is exported, such as the table's name: the file is named after it. */
  readonly label: string
  readonly columns: readonly ExportColumn<Row>[]
  readonly rows: readonly Row[]
  readonly facts: ExportFacts
}

/** The formats of a file. */
export type ExportFormat = 'csv' | 'json'
