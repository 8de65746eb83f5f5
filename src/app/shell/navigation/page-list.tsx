import { type ComponentType, Fragment } from 'react'
import { type MainPage, pageGroups } from './main-pages.ts'
import classes from './navigation.module.css'

/** A page of the navigation: a link, or what looks like one. */
export type PageEntry = ComponentType<{
  readonly page: MainPage
  readonly onNavigate: (() => void) | undefined
}>

/** The groups of the main navigation. The document draws them too, before any script has come. */
export const PageList = ({
  Entry,
  onNavigate,
}: {
  Entry: PageEntry
  onNavigate?: (() => void) | undefined
}) =>
  pageGroups.map(({ name, pages }) => (
    <Fragment key={name}>
      {/* The list has the same words as its name. */}
      {name === null ? null : (
        <p aria-hidden className={classes.group}>
          {name}
        </p>
      )}
      <ul className={classes.list} aria-label={name ?? undefined}>
        {pages.map((page) => (
          <li key={page.to}>
            <Entry page={page} onNavigate={onNavigate} />
          </li>
        ))}
      </ul>
    </Fragment>
  ))
