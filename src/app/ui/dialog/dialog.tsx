import type { ReactNode } from 'react'
import classes from './dialog.module.css'
import { OverPage } from './over-page.tsx'

/** A dialog over the page. It closes with Escape unless something is under way that must be seen to its end. */
export const Dialog = ({
  title,
  onClose,
  isBusy = false,
  isHigh = false,
  children,
}: {
  title: ReactNode
  onClose: () => void
  isBusy?: boolean
  /** Near the upper edge and open to a click beside it, as what only finds something is. */
  isHigh?: boolean
  children: ReactNode
}) => (
  <OverPage
    title={title}
    place={isHigh ? 'top' : 'middle'}
    onClose={onClose}
    isBusy={isBusy}
    closesByClick={isHigh}
  >
    <div className={classes.body}>{children}</div>
  </OverPage>
)
