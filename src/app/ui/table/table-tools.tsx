import { Suspense, useState } from 'react'
import type { ExportFormat } from './export/export-table.ts'
import type { ListSource } from './export/list-source.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { MenuButton } from './menu/menu-button.tsx'
import type { TableColumn, TableSort } from './table-column.ts'
import classes from './table-tools.module.css'
import type { useHiddenColumns } from './use-hidden-columns.ts'

const ColumnsMenu = lazyPart(async () => (await import('./columns/columns-menu.tsx')).ColumnsMenu)
const ExportMenu = lazyPart(async () => (await import('./export/export-menu.tsx')).ExportMenu)
const ListExport = lazyPart(async () => (await import('./export/list-export.tsx')).ListExport)

/** What every table offers: which columns to show, and its rows as a file. Both come when they are asked for. */
export const TableTools = <Row,>({
  columns,
  choice,
  sort,
  source,
}: {
  columns: readonly TableColumn<Row>[]
  choice: ReturnType<typeof useHiddenColumns>
  sort: TableSort | null
  /** `null` while there is nothing to export. */
  source: ListSource<Row> | null
}) => {
  const [format, setFormat] = useState<ExportFormat | null>(null)
  const { hidden, hiddenInFiles, show, reset } = choice
  return (
    <div className={classes.tools}>
      <MenuButton label="Columns">
        {(close) => (
          <ColumnsMenu columns={columns} hidden={hidden} onShow={show} onReset={reset} onClose={close} />
        )}
      </MenuButton>
      <MenuButton label="Export" isDisabled={source === null}>
        {(close) => <ExportMenu label="Export" onChoose={setFormat} onClose={close} />}
      </MenuButton>
      <Suspense>
        {format && source ? (
          <ListExport
            key={format}
            source={source}
            format={format}
            columns={columns}
            hidden={hiddenInFiles}
            sort={sort}
            onEnd={() => setFormat(null)}
          />
        ) : null}
      </Suspense>
    </div>
  )
}
