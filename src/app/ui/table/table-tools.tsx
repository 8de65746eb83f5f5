import { Button } from '@mantine/core'
import { Suspense, useCallback, useRef, useState } from 'react'
import type { CsvSource } from './csv/csv-export.tsx'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import type { TableColumn, TableSort } from './table-column.ts'
import classes from './table-tools.module.css'
import type { useHiddenColumns } from './use-hidden-columns.ts'

const ColumnsMenu = lazyPart(async () => (await import('./columns/columns-menu.tsx')).ColumnsMenu)
const CsvExport = lazyPart(async () => (await import('./csv/csv-export.tsx')).CsvExport)

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
  source: CsvSource<Row> | null
}) => {
  const [isOpen, setOpen] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = useCallback((isByKeyboard: boolean) => {
    if (isByKeyboard) button.current?.focus()
    setOpen(false)
  }, [])
  const { hidden, hiddenInFiles, show, reset } = choice
  return (
    <div className={classes.tools}>
      <span className={classes.place}>
        <Button
          ref={button}
          variant="default"
          size="xs"
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Columns
        </Button>
        <Suspense>
          {isOpen ? (
            <ColumnsMenu columns={columns} hidden={hidden} onShow={show} onReset={reset} onClose={close} />
          ) : null}
        </Suspense>
      </span>
      <Button
        variant="default"
        size="xs"
        disabled={source === null || isExporting}
        onClick={() => setExporting(true)}
      >
        Export CSV
      </Button>
      <Suspense>
        {isExporting && source ? (
          <CsvExport
            source={source}
            columns={columns}
            hidden={hiddenInFiles}
            sort={sort}
            onEnd={() => setExporting(false)}
          />
        ) : null}
      </Suspense>
    </div>
  )
}
