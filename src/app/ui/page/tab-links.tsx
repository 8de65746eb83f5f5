import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import classes from './tab-links.module.css'

/** One tab: its words and its address. */
export type TabLink = {
  readonly id: string
  readonly word: string
  readonly to: string
  /** Stands after the word, such as a count. */
  readonly mark?: ReactNode
  /** Called when the pointer or the focus reaches the tab. */
  readonly onIntent?: () => void
}

/** The parts of a page as links, so that each has an address. */
export const TabLinks = ({
  label,
  tabs,
  current,
}: {
  label: string
  tabs: readonly TabLink[]
  current: string
}) => (
  <nav aria-label={label} className={classes.tabs}>
    {tabs.map(({ id, word, to, mark, onIntent }) => (
      <Link
        key={id}
        to={to}
        className={classes.tab}
        aria-current={id === current ? 'page' : undefined}
        onPointerEnter={onIntent}
        onFocus={onIntent}
      >
        {word}
        {mark}
      </Link>
    ))}
  </nav>
)
