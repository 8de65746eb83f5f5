import { type ReactNode, useId } from 'react'
import classes from './overview.module.css'

/** One subject of the overview. */
export const OverviewCard = ({
  title,
  id: anchor,
  beside,
  children,
}: {
  title: string
  /** Where a link on the page leads. */
  id?: string
  /** What stands in the line of the title. */
  beside?: ReactNode
  children: ReactNode
}) => {
  const id = useId()
  return (
    <section id={anchor} aria-labelledby={id} className={classes.card}>
      <div className={classes.titleLine}>
        <h2 id={id}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  )
}
