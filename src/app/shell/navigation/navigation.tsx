import { type ReactNode, useId } from 'react'
import { useLocation } from 'react-router'
import { Link } from '#app/ui/page/link.tsx'
import { pageCounts } from './page-counts.ts'
import { type PageEntry, PageList } from './page-list.tsx'
import classes from './navigation.module.css'

const PageLink: PageEntry = ({ page: { to, name, Icon }, onNavigate }) => {
  const count = pageCounts.use().get(to)
  const id = useId()
  const { pathname } = useLocation()
  const isHere = pathname === to || (to !== '/' && pathname.startsWith(`${to}/`))
  return (
    <>
      <Link
        to={to}
        className={classes.link}
        onClick={onNavigate}
        aria-current={isHere ? 'page' : undefined}
        aria-describedby={count && id}
      >
        <Icon size={18} aria-hidden />
        {name}
        {count ? (
          <span aria-hidden className={count.isRefusal ? classes.refusal : classes.count}>
            {count.text}
          </span>
        ) : null}
      </Link>
      {/* Beside the link, whose name stays the page's. */}
      {count ? (
        <span id={id} hidden>
          {count.words}
        </span>
      ) : null}
    </>
  )
}

/** The main navigation. It hides nothing: a page that one may not see has a mark, and says so itself. */
export const Navigation = ({ onNavigate, footer }: { onNavigate?: () => void; footer?: ReactNode }) => (
  <nav aria-label="Main" className={classes.nav}>
    <PageList Entry={PageLink} onNavigate={onNavigate} />
    {footer}
  </nav>
)
