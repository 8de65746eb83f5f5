import type { ComponentProps } from 'react'
import type { PagedList } from '#app/api/paged-list.ts'
import { ReadingProgress } from './reading-progress.tsx'
import classes from './list-progress.module.css'

/** How much of a list was read, as far as there is one. */
export const ListProgress = ({
  list,
  error,
  ...progress
}: Omit<ComponentProps<typeof ReadingProgress>, 'list'> & {
  list: PagedList<unknown> | undefined
  /** Why there is none; `null` while it is read. */
  error: unknown
}) => {
  if (list !== undefined) return <ReadingProgress {...progress} list={list} />
  // As many lines as the words that come, or they would push the list down.
  return error === null ? <p className={classes.reading}>Reading {progress.noun}.</p> : null
}
