import { plainOf } from '#app/text/hidden-characters.ts'
import { csvText } from './csv-text.ts'
import type { ExportTable } from './export-table.ts'

/** A table as CSV, hidden characters spelt out as on screen. What is not known is an empty field. */
export const tableCsv = <Row>({ rows, columns }: ExportTable<Row>): string =>
  csvText([
    columns.map(({ header }) => plainOf(header)),
    ...rows.map((row) => columns.map(({ text }) => plainOf(text(row) ?? ''))),
  ])
