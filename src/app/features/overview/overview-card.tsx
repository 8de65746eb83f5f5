import { type ReactNode, useId } from 'react'
import classes from './overview.module.css'

/** One subject of the overview. */
export const OverviewCard = ({
  title,
  wide = false,
  children,
}: {
  title: string
  wide?: boolean
  children: ReactNode
}) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes.card} data-wide={wide}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
