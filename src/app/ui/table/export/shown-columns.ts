import type { TableColumn } from '#app/ui/table/table-column.ts'
import type { ExportColumn } from './export-table.ts'

/** The columns of a table as it is shown, and those that the page says for all rows: a file leaves the page. */
export const shownColumns = <Row>(
  columns: readonly TableColumn<Row>[],
  hidden: ReadonlySet<string>,
): readonly ExportColumn<Row>[] =>
  columns.flatMap(({ id, header, text, value, isExportedAnyway }) =>
    text && (isExportedAnyway || !hidden.has(id)) ? [{ id, header, text, ...(value && { value }) }] : [],
  )
