import type { ExportFacts } from './export-table.ts'

/** A list as far as it was read, and the way to the rest of it. */
export type ListSource<Row> = {
  /** What is exported: the table's name, and what its rows are called in the plural. */
  readonly label: string
  readonly noun: string
  /** The rows that the filter lets through, of all that were read. */
  readonly rows: readonly Row[]
  readonly facts: Omit<ExportFacts, 'sort'>
  readonly hasMore: boolean
  /** Whether a person stopped the reading. */
  readonly isStopped: boolean
  /** Why the rest could not be read; `null` while nothing keeps it from being read. */
  readonly error: unknown
  /** Has the list read to its end, also after it was stopped or a page failed. */
  readonly readRest: () => void
}
