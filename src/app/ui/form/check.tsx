import type { ReactNode } from 'react'
import classes from './check.module.css'

/** The browser's own box with its words, in a bar or a list: there may be a hundred. Mantine's brings half a page along. */
export const Check = ({
  isChecked,
  onChange,
  children,
}: {
  isChecked: boolean
  onChange: (isChecked: boolean) => void
  children: ReactNode
}) => (
  <label className={classes.check}>
    <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>{children}</span>
  </label>
)
