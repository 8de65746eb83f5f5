import { announce } from '#app/browser/announcements.ts'
import { numberText } from '#app/text/number-text.ts'
import { fetchCode, LOST_CODE } from '#app/ui/late/fetch-code.ts'
import type { ExportFormat, ExportTable } from './export-table.ts'

/** The rows that an export is made of at the moment in which it is asked for; `null` where there are none. */
export type TableOf<Row> = (() => ExportTable<Row>) | null

const save = async <Row>(table: ExportTable<Row>, format: ExportFormat) => {
  const { saveTable } = await fetchCode(() => import('./save-table.ts'))
  saveTable(table, format)
  announce([`Exported ${numberText(table.rows.length)} rows.`, ...table.facts.lacks].join(' '))
}

/** What makes a file of this table when a format is chosen, and announces it, or that the code for it is missing. */
export const tableSaver =
  <Row>(tableOf: TableOf<Row>) =>
  (format: ExportFormat): void => {
    if (tableOf) save(tableOf(), format).catch(() => announce(LOST_CODE))
  }
