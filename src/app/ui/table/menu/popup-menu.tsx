import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { nextItem } from './next-item.ts'
import classes from './popup-menu.module.css'

/** What is left free beside the menu at least, in px. */
const EDGE_PX = 8

/**
 * A menu beside its button, made of buttons. It closes with Escape, Tab or a press outside; by keyboard, and after a
 * choice, the focus returns to the button.
 */
export const PopupMenu = ({
  label,
  isOneChoice = false,
  onClose,
  children,
}: {
  label: string
  /** Whether it closes as soon as something is chosen. */
  isOneChoice?: boolean
  onClose: () => void
  children: ReactNode
}) => {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // It ends with its button. Below a button near the left edge it would begin outside the window.
    const left = menu.current?.getBoundingClientRect().left ?? EDGE_PX
    if (menu.current && left < EDGE_PX) menu.current.style.insetInlineEnd = `${String(left - EDGE_PX)}px`
  }, [])
  useEffect(() => menu.current?.querySelector('button')?.focus(), [])
  useEffect(() => {
    const closeOutside = ({ target }: PointerEvent) => {
      // The button that opened it closes it by itself.
      const place = menu.current?.parentElement
      if (target instanceof Node && !place?.contains(target)) onClose()
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [onClose])
  const leave = () => {
    menu.current?.parentElement?.querySelector('button')?.focus()
    onClose()
  }
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      // Tab goes on from the button, as from any menu.
      if (event.key === 'Escape') event.preventDefault()
      leave()
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
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={classes.menu}
      onKeyDown={move}
      {...(isOneChoice ? { onClick: leave } : {})}
    >
      {children}
    </div>
  )
}
