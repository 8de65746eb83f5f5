import { printPage } from '#app/browser/print-page.ts'
import { ExportTools } from './export-tools.tsx'
import { type TableOf, tableSaver } from './table-saver.ts'

/** The export of what the page shows, and is there as a whole without reading. */
export const TableExport = <Row,>({ tableOf }: { tableOf: TableOf<Row> }) => (
  <ExportTools
    isDisabled={tableOf === null}
    onChoose={tableSaver(tableOf)}
    onPrint={() => void printPage()}
  />
)
