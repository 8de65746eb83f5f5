import { IconArrowsSplit2, IconGitBranch, IconInbox, IconServer2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { paths } from '#app/paths.ts'
import classes from './navigation.module.css'

const links = [
  { to: paths.requests, name: 'Requests', Icon: IconInbox },
  { to: paths.mirrors, name: 'Mirrors', Icon: IconServer2 },
  { to: paths.repositories, name: 'Repositories', Icon: IconGitBranch },
  { to: paths.preferredMirror, name: 'Preferred mirror', Icon: IconArrowsSplit2 },
]

/** The main navigation. It hides nothing: a page that one may not see says so itself. */
export const Navigation = ({ onNavigate, footer }: { onNavigate?: () => void; footer?: ReactNode }) => (
  <nav aria-label="Main" className={classes.nav}>
    <ul className={classes.list}>
      {links.map(({ to, name, Icon }) => (
        <li key={to}>
          <NavLink to={to} className={classes.link ?? ''} {...(onNavigate ? { onClick: onNavigate } : {})}>
            <Icon size={18} aria-hidden />
            {name}
          </NavLink>
        </li>
      ))}
    </ul>
    {footer}
  </nav>
)
