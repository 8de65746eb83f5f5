import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'

/** A column of ids, which few people want to see and an export must have. */
export const identifierColumn = <Row,>(
  id: string,
  header: string,
  text: (row: Row) => string | null,
): TableColumn<Row> => ({
  id,
  header,
  isOptional: true,
  cell: (row) => <Identifier>{text(row) ?? 'not given'}</Identifier>,
  text,
  sortValue: text,
})
