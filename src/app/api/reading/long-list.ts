import type { Query } from '@tanstack/react-query'

/** A list of so many pages is read again whenever there is a reason to. */
const SHORT_PAGES = 3

/** How old a longer list must be before it is read again by itself, in ms for each of its pages. */
const MS_A_PAGE = 60_000

const pagesOf = ({ state: { data } }: Query): number =>
  typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages)
    ? data.pages.length
    : 1

/**
 * Whether something may be read again without a person who asks for it: by the clock, by an event, because a page was
 * opened or a write made it old. Reading a list again costs all its pages. One of a hundred pages costs Bitbucket a page
 * a minute like this, and not a hundred.
 *
 * @param now epoch ms.
 */
export const mayReadAgain = (query: Query, now: number = Date.now()): boolean => {
  const pages = pagesOf(query)
  return pages <= SHORT_PAGES || now - query.state.dataUpdatedAt >= pages * MS_A_PAGE
}
