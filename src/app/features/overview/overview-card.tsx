import { type ReactNode, useId } from 'react'
import classes from './overview.module.css'

/** One subject of the overview. */
export const OverviewCard = ({
  title,
  id: anchor,
  children,
}: {
  title: string
  /** Where a link on the page leads. */
  id?: string
  children: ReactNode
}) => {
  const id = useId()
  return (
    <section id={anchor} aria-labelledby={id} className={classes.card}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
