import { downloadText } from '#app/browser/download-text.ts'
import type { ExportFormat, ExportTable } from './export-table.ts'
import { tableCsv } from './table-csv.ts'
import { tableJson } from './table-json.ts'

/** Gives the person a table as a file that is named after what it lists and the day. */
export const saveTable = <Row>(table: ExportTable<Row>, format: ExportFormat): void => {
  const now = Date.now()
  const name = table.label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const fileName = `${name}-${new Date(now).toISOString().slice(0, 10)}.${format}`
  if (format === 'csv') downloadText(fileName, 'text/csv;charset=utf-8', tableCsv(table))
  else downloadText(fileName, 'application/json', tableJson(table, { page: location.href, now }))
}
