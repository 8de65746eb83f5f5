import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type ColumnHead, isChoosable } from '#app/ui/table/table-column.ts'
import classes from './columns-menu.module.css'
import { nextItem } from './next-item.ts'

/** The menu of a table's columns. It stays open while columns are chosen, and closes with Escape, Tab or a press outside. */
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
  /** Called with whether the focus returns to the button. */
  onClose: (isByKeyboard: boolean) => void
}) => {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => menu.current?.querySelector('button')?.focus(), [])
  useEffect(() => {
    const closeOutside = ({ target }: PointerEvent) => {
      // The button that opened it closes it by itself.
      const place = menu.current?.parentElement
      if (target instanceof Node && !place?.contains(target)) onClose(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [onClose])
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      // Tab goes on from the button, as from any menu.
      if (event.key === 'Escape') event.preventDefault()
      onClose(true)
      return
    }
    const items = [...(menu.current?.querySelectorAll('button') ?? [])]
    const next = nextItem(
      event.key,
      items.findIndex((item) => item === document.activeElement),
      items.length,
    )
    if (next === null) return
    event.preventDefault()
    items[next]?.focus()
  }
  return (
    <div ref={menu} role="menu" tabIndex={-1} aria-label="Columns" className={classes.menu} onKeyDown={move}>
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
    </div>
  )
}
