import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

/** Nothing to show: one sentence, and the next step. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={classes.empty}>
    <p className={classes.title}>{title}</p>
    {children}
  </div>
)
