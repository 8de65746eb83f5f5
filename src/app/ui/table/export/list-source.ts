import type { PagedList } from '#app/api/paged-list.ts'
import type { ListReadingControl } from '#app/api/reading/use-list-reading.ts'
import type { ExportFacts } from './export-table.ts'

/** A list as far as it was read, and the way to the rest of it. */
export type ListSource<Row> = Pick<ExportFacts, 'readAt' | 'search' | 'filter'> & {
  readonly list: PagedList<unknown>
  readonly control: ListReadingControl
  /** What is exported: the table's name, and what its rows are called in the plural. */
  readonly label: string
  readonly noun: string
  /** The rows that the filter lets through, of all that were read. */
  readonly rows: readonly Row[]
  /** How many rows of the list such a table stands for that has a sample of them: then nothing more is read. */
  readonly sampleOf: number | null
  /** What a file cannot have beside what the list itself lacks, as sentences. */
  readonly lacks: readonly string[]
}
