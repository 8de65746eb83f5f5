import { Suspense, useState } from 'react'
import type { ExportFormat } from './export/export-table.ts'
import { ExportTools } from './export/export-tools.tsx'
import type { ListSource } from './export/list-source.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { MenuButton } from './menu/menu-button.tsx'
import type { TableColumn, TableSort } from './table-column.ts'
import classes from './table-tools.module.css'
import type { useHiddenColumns } from './use-hidden-columns.ts'

const ColumnsMenu = lazyPart(async () => (await import('./columns/columns-menu.tsx')).ColumnsMenu)
const ListOutput = lazyPart(async () => (await import('./export/list-output.tsx')).ListOutput)

/** What every table offers: which columns to show, and its rows as a file or on paper. All come when they are asked for. */
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
  const [making, setMaking] = useState<ExportFormat | 'print' | null>(null)
  const { hidden, hiddenInFiles, show, reset } = choice
  return (
    <div className={classes.tools}>
      <MenuButton label="Columns">
        {(close) => (
          <ColumnsMenu columns={columns} hidden={hidden} onShow={show} onReset={reset} onClose={close} />
        )}
      </MenuButton>
      <ExportTools isDisabled={source === null} onChoose={setMaking} onPrint={() => setMaking('print')} />
      <Suspense>
        {making && source ? (
          <ListOutput
            key={making}
            source={source}
            what={making}
            columns={columns}
            hidden={hiddenInFiles}
            sort={sort}
            onEnd={() => setMaking(null)}
          />
        ) : null}
      </Suspense>
    </div>
  )
}
