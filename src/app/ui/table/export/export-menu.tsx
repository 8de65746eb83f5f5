import { UnstyledButton } from '@mantine/core'
import classes from '#app/ui/table/menu/popup-menu.module.css'
import { PopupMenu } from '#app/ui/table/menu/popup-menu.tsx'
import type { ExportFormat } from './export-table.ts'

const WORDS = { csv: 'Export CSV', json: 'Export JSON' } as const satisfies Record<ExportFormat, string>

/** What can be made of a table. */
export const ExportMenu = ({
  label,
  formats,
  onChoose,
  onPrint,
  onClose,
}: {
  label: string
  formats: readonly ExportFormat[]
  onChoose: (format: ExportFormat) => void
  /** Without it, there is nothing to print. */
  onPrint?: () => void
  onClose: () => void
}) => (
  <PopupMenu label={label} isOneChoice onClose={onClose}>
    {formats.map((format) => (
      <UnstyledButton
        key={format}
        role="menuitem"
        tabIndex={-1}
        className={classes.item}
        onClick={() => onChoose(format)}
      >
        {WORDS[format]}
      </UnstyledButton>
    ))}
    {onPrint ? (
      <UnstyledButton role="menuitem" tabIndex={-1} className={classes.item} onClick={onPrint}>
        Print
      </UnstyledButton>
    ) : null}
  </PopupMenu>
)
