import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { mainPages } from './main-pages.ts'
import classes from './navigation.module.css'

/** The main navigation. It hides nothing: a page that one may not see says so itself. */
export const Navigation = ({ onNavigate, footer }: { onNavigate?: () => void; footer?: ReactNode }) => (
  <nav aria-label="Main" className={classes.nav}>
    <ul className={classes.list}>
      {mainPages.map(({ to, name, Icon }) => (
        <li key={to}>
          <NavLink
            to={to}
            end={to === '/'}
            className={classes.link ?? ''}
            {...(onNavigate ? { onClick: onNavigate } : {})}
          >
            <Icon size={18} aria-hidden />
            {name}
          </NavLink>
        </li>
      ))}
    </ul>
    {footer}
  </nav>
)
