import { expect, it } from 'vitest'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { tableCsv } from './table-csv.ts'

type Row = { readonly name: string; readonly version: string | null }

const columns: readonly TableColumn<Row>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ name }) => name,
    text: ({ name }) => name,
    sortValue: ({ name }) => name,
  },
  { id: 'version', header: 'Version', cell: () => null, text: ({ version }) => version },
  { id: 'actions', header: 'Actions', cell: () => null, isActions: true },
]
const rows = [
  { name: 'b\u202Ec', version: null },
  { name: '=1', version: '8.16.2' },
]
const linesOf = (text: string) => text.replace('\uFEFF', '').split('\r\n').slice(0, -1)

it('a table is exported as it is shown: columns, order, hidden characters', () => {
  const csv = tableCsv(rows, columns, { hidden: new Set(), sort: { id: 'name', direction: 'asc' } })
  expect(linesOf(csv)).toEqual(['Name,Version', "'=1,8.16.2", 'b[U+202E]c,'])
})

it('a hidden column is left out, and can still sort', () => {
  const csv = tableCsv(rows, columns, { hidden: new Set(['name']), sort: { id: 'name', direction: 'desc' } })
  expect(linesOf(csv)).toEqual(['Version', '""', '8.16.2'])
})

it('a hidden column that the page says for all rows is exported', () => {
  const state: TableColumn<Row> = {
    id: 'state',
    header: 'State',
    cell: () => null,
    text: () => 'Pending',
    isExportedAnyway: true,
  }
  const csv = tableCsv(rows, [state], { hidden: new Set(['state']), sort: null })
  expect(linesOf(csv)).toEqual(['State', 'Pending', 'Pending'])
})
