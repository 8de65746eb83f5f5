import { plainOf } from '#app/text/hidden-characters.ts'
import { sortedRows } from '#app/ui/table/sorted-rows.ts'
import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'
import { csvText } from './csv-text.ts'

/**
 * A table as it is shown, as CSV: its columns and those that it implies, its order, hidden characters spelt out as on screen. What is not known
 * is an empty field.
 */
export const tableCsv = <Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  { hidden, sort }: { readonly hidden: ReadonlySet<string>; readonly sort: TableSort | null },
): string => {
  const shown = columns.flatMap(({ id, header, text, isExportedAnyway }) =>
    text && (isExportedAnyway || !hidden.has(id)) ? [{ header, text }] : [],
  )
  return csvText([
    shown.map(({ header }) => header),
    ...sortedRows(rows, columns, sort).map((row) => shown.map(({ text }) => plainOf(text(row) ?? ''))),
  ])
}
