import type { Page } from './page.ts'

/** Why a walk over pages ended before the server said so. */
export type PagingFault =
  /** Not the last page, but no next start was given. */
  | 'no-next-start'
  /** The next start does not lie ahead of this page: following it would loop. */
  | 'not-forward'
  /** Many empty pages in a row, each pointing ahead. */
  | 'endless'

/** What to do after a page. */
export type PagingStep =
  | { readonly kind: 'next'; readonly start: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped'; readonly fault: PagingFault }

/** Empty pages in a row that are still believed: permissions may filter whole pages away. */
export const MAX_EMPTY_PAGES = 20

const rowsOf = (page: Page<unknown>): number => page.values.length + page.unreadable.length

/**
 * Decides how a walk goes on after `page`, which was asked for at `start`. Pages may have gaps, may be shorter or
 * longer than asked and may be empty; the next start is followed exactly as given, and only ever forwards.
 *
 * A page that claims to be the last and still names a later start is followed when it had rows: a server that lies
 * about the end must not lose rows, and one empty page more is cheap.
 */
export const stepAfter = (page: Page<unknown>, start: number, emptyPagesBefore = 0): PagingStep => {
  const next = page.nextPageStart
  const isAhead = next !== null && next > start
  if (page.isLastPage) return isAhead && rowsOf(page) > 0 ? { kind: 'next', start: next } : { kind: 'done' }
  if (next === null) return { kind: 'stopped', fault: 'no-next-start' }
  if (!isAhead) return { kind: 'stopped', fault: 'not-forward' }
  if (rowsOf(page) === 0 && emptyPagesBefore + 1 >= MAX_EMPTY_PAGES) {
    return { kind: 'stopped', fault: 'endless' }
  }
  return { kind: 'next', start: next }
}
