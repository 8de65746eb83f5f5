import type { Page } from './page.ts'

/**
 * Pages are cut by counting, so a row that is taken away before the place of reading moves all that follow by one, and
 * the row that comes next is passed over without a word. Reading therefore begins a page one row early where it can,
 * and compares: does the page begin with a row that is known? If it does, nothing that was there all the time has been
 * passed over, whatever else changed: what stands before a known row in the list was read before it, and the page itself
 * has no holes. If it does not, reading goes back until a page does.
 *
 * A page costs one row more for it, and no request more where the server gives as many rows as are asked for. Where it
 * lowers every page to n rows, there is one request more in n: 1 in 100, or 1 in 7. Below {@link LEAST_ROWS} that is too
 * much to ask, and where the starts are no places of rows (see {@link askAfter}) nothing can be compared. Rows that are
 * passed over there are not noticed.
 */
const LEAST_ROWS = 5

/** Where a page is asked for, and whether it is to begin with a row that is known. */
export type PageAsk = { readonly start: number; readonly overlaps: boolean }

/**
 * Where to ask for what follows a page. It begins one row before `next` where that is the page's last row beyond doubt:
 * the server counted on by exactly the rows that it sent, so none is hidden between them, and the last can be read.
 *
 * @param start where the page was asked for.
 * @param next where the server says that the next one starts.
 */
export const askAfter = (page: Page<unknown>, start: number, next: number): PageAsk => {
  const rows = page.values.length + page.unreadable.length
  const isLastKnown = !page.unreadable.some(({ index }) => index === rows - 1)
  const overlaps = rows >= LEAST_ROWS && next === start + rows && isLastKnown
  return { start: overlaps ? next - 1 : next, overlaps }
}
