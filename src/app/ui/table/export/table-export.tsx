import { announce } from '#app/browser/announcements.ts'
import { printPage } from '#app/browser/print-page.ts'
import { numberText } from '#app/text/number-text.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { fetchCode, LOST_CODE } from '#app/ui/late/fetch-code.ts'
import { MenuButton } from '#app/ui/table/menu/menu-button.tsx'
import type { ExportFormat, ExportTable } from './export-table.ts'

const ExportMenu = lazyPart(async () => (await import('./export-menu.tsx')).ExportMenu)

const save = async <Row,>(table: ExportTable<Row>, format: ExportFormat) => {
  const { saveTable } = await fetchCode(() => import('./save-table.ts'))
  saveTable(table, format)
  announce([`Exported ${numberText(table.rows.length)} rows.`, ...table.facts.lacks].join(' '))
}

/** The export of what is there as a whole and needs no reading. */
export const TableExport = <Row,>({
  label = 'Export',
  isOnPage = true,
  tableOf,
}: {
  label?: string
  /** Whether the page shows the same, so that it can be printed. */
  isOnPage?: boolean
  /** `null` where there is nothing to export. */
  tableOf: (() => ExportTable<Row>) | null
}) => (
  <MenuButton label={label} isDisabled={tableOf === null}>
    {(close) => (
      <ExportMenu
        label={label}
        onChoose={(format) => {
          if (tableOf) save(tableOf(), format).catch(() => announce(LOST_CODE))
        }}
        {...(isOnPage ? { onPrint: printPage } : {})}
        onClose={close}
      />
    )}
  </MenuButton>
)
