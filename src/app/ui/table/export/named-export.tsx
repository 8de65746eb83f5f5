import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { MenuButton } from '#app/ui/table/menu/menu-button.tsx'
import { type TableOf, tableSaver } from './table-saver.ts'

const ExportMenu = lazyPart(async () => (await import('./export-menu.tsx')).ExportMenu)

/** The export of what the page does not show as it is in the file; its button says what it is. */
export const NamedExport = <Row,>({ label, tableOf }: { label: string; tableOf: TableOf<Row> }) => (
  <MenuButton label={label} isDisabled={tableOf === null}>
    {(close) => (
      <ExportMenu label={label} formats={['csv', 'json']} onChoose={tableSaver(tableOf)} onClose={close} />
    )}
  </MenuButton>
)
