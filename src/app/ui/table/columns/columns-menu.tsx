import { UnstyledButton } from '@mantine/core'
import classes from '#app/ui/table/menu/popup-menu.module.css'
import { PopupMenu } from '#app/ui/table/menu/popup-menu.tsx'
import { type ColumnHead, isChoosable } from '#app/ui/table/table-column.ts'

/** The menu of a table's columns. It stays open while columns are chosen. */
export const ColumnsMenu = ({
  columns,
  hidden,
  onShow,
  onReset,
  onClose,
}: {
  columns: readonly ColumnHead[]
  hidden: ReadonlySet<string>
  onShow: (id: string, isShown: boolean) => void
  onReset: () => void
  onClose: () => void
}) => (
  <PopupMenu label="Columns" onClose={onClose}>
    {columns.filter(isChoosable).map(({ id, header }) => (
      <UnstyledButton
        key={id}
        role="menuitemcheckbox"
        aria-checked={!hidden.has(id)}
        tabIndex={-1}
        className={classes.item}
        onClick={() => onShow(id, hidden.has(id))}
      >
        <span aria-hidden className={classes.mark}>
          {hidden.has(id) ? '' : '✓'}
        </span>
        {header}
      </UnstyledButton>
    ))}
    <UnstyledButton role="menuitem" tabIndex={-1} className={classes.item} onClick={onReset}>
      <span className={classes.mark} />
      Reset columns
    </UnstyledButton>
  </PopupMenu>
)
