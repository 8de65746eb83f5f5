import { type ReactNode, useEffect } from 'react'
import classes from './page.module.css'

/**
 * A page: its `h1`, one sentence of context at most, its actions, its content. The heading takes the focus after a
 * navigation (see `shell/use-focus-on-navigation.ts`), so that a screen reader starts at it.
 */
export const Page = ({
  title,
  heading,
  context,
  actions,
  children,
}: {
  /** Plain text for the window's title. */
  title: string
  /** The heading where it is more than the title, such as a mirror's name with hidden characters shown. */
  heading?: ReactNode
  context?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) => {
  useEffect(() => {
    document.title = `${title} · Mirror Console`
  }, [title])
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.words}>
          <h1 className={classes.title} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {context ? <div className={classes.context}>{context}</div> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}
