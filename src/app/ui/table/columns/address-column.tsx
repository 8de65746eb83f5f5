import { Address } from '#app/ui/untrusted/address.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'

/** The column of an address from upstream. */
export const addressColumn = <Row,>(addressOf: (row: Row) => string | null): TableColumn<Row> => ({
  id: 'address',
  header: 'Address',
  cell: (row) => <Address address={addressOf(row)} />,
  text: addressOf,
  sortValue: addressOf,
})
