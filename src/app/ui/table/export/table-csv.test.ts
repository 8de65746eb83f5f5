import { expect, it } from 'vitest'
import { sortedRows } from '#app/ui/table/sorted-rows.ts'
import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'
import { shownColumns } from './shown-columns.ts'
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
const csvOf = (hidden: readonly string[], sort: TableSort | null, of = columns) =>
  tableCsv({
    label: 'Mirrors',
    columns: shownColumns(of, new Set(hidden)),
    rows: sortedRows(rows, of, sort),
    facts: { readAt: null, search: '', filter: {}, sort, readCount: 2, total: 2, lacks: [] },
  })
    .replace('\uFEFF', '')
    .split('\r\n')
    .slice(0, -1)

it('a table is exported as it is shown: columns, order, hidden characters', () => {
  expect(csvOf([], { id: 'name', direction: 'asc' })).toEqual(['Name,Version', "'=1,8.16.2", 'b[U+202E]c,'])
})

it('a hidden column is left out, and can still sort', () => {
  expect(csvOf(['name'], { id: 'name', direction: 'desc' })).toEqual(['Version', '""', '8.16.2'])
})

it('a hidden column that the page says for all rows is exported', () => {
  const state: TableColumn<Row> = {
    id: 'state',
    header: 'State',
    cell: () => null,
    text: () => 'Pending',
    isExportedAnyway: true,
  }
  expect(csvOf(['state'], null, [state])).toEqual(['State', 'Pending', 'Pending'])
})

it('a heading that came from outside is as harmless as a field', () => {
  const named: TableColumn<Row> = { id: 'it', header: '=1\u200B', cell: () => null, text: () => 'x' }
  expect(csvOf([], null, [named])).toEqual(["'=1[U+200B]", 'x', 'x'])
})
