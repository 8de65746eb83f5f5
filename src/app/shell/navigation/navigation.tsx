import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { type PageEntry, PageList } from './page-list.tsx'
import classes from './navigation.module.css'

const PageLink: PageEntry = ({ page: { to, name, Icon }, onNavigate }) => (
  <NavLink to={to} end={to === '/'} className={classes.link ?? ''} onClick={onNavigate}>
    <Icon size={18} aria-hidden />
    {name}
  </NavLink>
)

/** The main navigation. It hides nothing: a page that one may not see says so itself. */
export const Navigation = ({ onNavigate, footer }: { onNavigate?: () => void; footer?: ReactNode }) => (
  <nav aria-label="Main" className={classes.nav}>
    <PageList Entry={PageLink} onNavigate={onNavigate} />
    {footer}
  </nav>
)
