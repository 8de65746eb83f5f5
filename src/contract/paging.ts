import type { Page } from './page.ts'

/** Why reading the pages of a list ended early, or why the list may be incomplete although the server ended it. */
export type PagingFault =
  /** Not the last page, but no next start was given. */
  | 'no-next-start'
  /** The next start is not after this page: following it would loop. */
  | 'not-forward'
  /** A page called itself the last one and named a later start. */
  | 'last-names-next'
  /** A page had rows, and all of them had come before: the server ignores where a page starts. */
  | 'repeats'
  /** Many pages in a row brought nothing, each pointing ahead. */
  | 'endless'
  /** More pages than {@link MAX_PAGES}. */
  | 'too-long'
  /** Rows were taken away while the pages were read, so often that rows behind them may have been passed over. */
  | 'changed'

/** What has been read of a list so far. */
export type PagingProgress = {
  readonly pages: number
  /** Pages in a row, up to now, that brought no new row. */
  readonly barrenPages: number
  /** Whether a page called itself the last one and still named a later start. */
  readonly isContradicted: boolean
  /** Whether rows may have been passed over, see {@link PagingFault} `changed`. */
  readonly isTorn: boolean
}

/** What to do after a page. */
export type PagingStep =
  | { readonly kind: 'next'; readonly start: number; readonly progress: PagingProgress }
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped'; readonly fault: PagingFault }

/** Before the first page. */
export const NO_PAGES: PagingProgress = { pages: 0, barrenPages: 0, isContradicted: false, isTorn: false }

/** Pages in a row without a new row that are still accepted: permissions may filter whole pages away. */
export const MAX_BARREN_PAGES = 20

/** Pages read of one list: 200,000 rows where the server lowers every page to 100. */
export const MAX_PAGES = 2000

const stopped = (fault: PagingFault): PagingStep => ({ kind: 'stopped', fault })

const ended = ({ isContradicted, isTorn }: PagingProgress): PagingStep => {
  if (isContradicted) return stopped('last-names-next')
  return isTorn ? stopped('changed') : { kind: 'done' }
}

/**
 * Decides how reading continues after `page`. Pages may have gaps, and may be shorter or longer than asked, or empty;
 * the next start is taken exactly as given, and only forwards. Reading always ends.
 *
 * A page that claims to be the last and still names a later start is followed when it had rows: a server that
 * is wrong about the end must not lose rows, and one more empty page is cheap. The contradiction stays a fault. A
 * last page that names its own start, as one of the vendor's examples does, or an earlier one says nothing of more.
 *
 * @param start where the page was asked for.
 * @param fresh how many of its rows have an id that no page before had.
 * @param mayRepeat whether rows that came before are no fault: it was asked for again on purpose.
 */
export const stepAfter = (
  page: Page<unknown>,
  start: number,
  fresh: number,
  before: PagingProgress,
  mayRepeat = false,
): PagingStep => {
  const next = page.nextPageStart
  const isAhead = next !== null && next > start
  const hasRows = page.values.length + page.unreadable.length > 0
  const isContradicted = before.isContradicted || (page.isLastPage && isAhead)
  if (page.isLastPage && !(isAhead && hasRows)) return ended({ ...before, isContradicted })
  if (next === null) return stopped('no-next-start')
  if (!isAhead) return stopped('not-forward')
  // A row that cannot be read has no id to be known by: it is no proof of a repetition, and none of progress.
  if (fresh === 0 && page.values.length > 0 && !mayRepeat) return stopped('repeats')
  const barrenPages = fresh === 0 ? before.barrenPages + 1 : 0
  if (barrenPages >= MAX_BARREN_PAGES) return stopped('endless')
  const pages = before.pages + 1
  if (pages >= MAX_PAGES) return stopped('too-long')
  return { kind: 'next', start: next, progress: { ...before, pages, barrenPages, isContradicted } }
}
