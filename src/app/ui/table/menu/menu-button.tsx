import { Button } from '@mantine/core'
import { type ReactNode, Suspense, useCallback, useState } from 'react'
import classes from './menu-button.module.css'

/** A button that opens a menu, whose code may come when it is opened. */
export const MenuButton = ({
  label,
  isDisabled = false,
  children,
}: {
  label: string
  isDisabled?: boolean
  /** The menu. It is called with what closes it. */
  children: (close: () => void) => ReactNode
}) => {
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <span className={classes.place}>
      <Button
        variant="default"
        size="xs"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={isDisabled}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </Button>
      <Suspense>{isOpen ? children(close) : null}</Suspense>
    </span>
  )
}
