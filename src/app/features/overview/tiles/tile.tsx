import type { ReactNode } from 'react'
import classes from '#app/features/overview/overview.module.css'

/** A number or a name that answers one question, and in a line what belongs to it. */
export const Tile = ({
  question,
  detail,
  children,
}: {
  question: string
  detail?: ReactNode
  children: ReactNode
}) => (
  <li className={classes.tile}>
    <span className={classes.dim}>{question}</span>
    <b>{children}</b>
    {detail === undefined ? null : <span className={classes.dim}>{detail}</span>}
  </li>
)
