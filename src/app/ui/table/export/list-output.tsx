import type { ComponentProps } from 'react'
import { ListPrint } from '#app/ui/table/print/list-print.tsx'
import type { ExportFormat } from './export-table.ts'
import { ListExport } from './list-export.tsx'

/** What was chosen to be made of a list: a file, or a print. */
export const ListOutput = <Row,>({
  what,
  ...list
}: Omit<ComponentProps<typeof ListExport<Row>>, 'format'> & { what: ExportFormat | 'print' }) =>
  what === 'print' ? (
    <ListPrint source={list.source} onEnd={list.onEnd} />
  ) : (
    <ListExport {...list} format={what} />
  )
