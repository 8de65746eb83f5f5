import { Button } from '@mantine/core'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { MenuButton } from '#app/ui/table/menu/menu-button.tsx'
import type { ExportFormat } from './export-table.ts'

const ExportMenu = lazyPart(async () => (await import('./export-menu.tsx')).ExportMenu)

/** A table as a file or on paper: CSV, which is wanted most, at one click, the rest in a menu beside it. */
export const ExportTools = ({
  isDisabled,
  onChoose,
  onPrint,
}: {
  isDisabled: boolean
  onChoose: (format: ExportFormat) => void
  onPrint: () => void
}) => (
  <>
    <Button variant="default" size="xs" disabled={isDisabled} onClick={() => onChoose('csv')}>
      Export CSV
    </Button>
    <MenuButton label="Other formats" isDisabled={isDisabled}>
      {(close) => (
        <ExportMenu
          label="Other formats"
          formats={['json']}
          onChoose={onChoose}
          onPrint={onPrint}
          onClose={close}
        />
      )}
    </MenuButton>
  </>
)
