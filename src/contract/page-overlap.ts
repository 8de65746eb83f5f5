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

/** How far reading goes back first, in rows; it is rarely more than a few that were taken away. */
const BACK_ROWS = 50

/** How much further it goes back each time when that was not far enough. */
const BACK_GROWTH = 8

/** How often reading of one list goes back: a list that changes under every page cannot be read by pages. */
export const MAX_RETURNS = 6

/** Where a page is asked for, and whether it is to begin with a row that is known. */
export type PageAsk = { readonly start: number; readonly overlaps: boolean }

/** How a page continues what was read before it. */
export type PageFit =
  /** It was not asked to overlap. */
  | 'not-compared'
  /** It begins with the row that was the last one. */
  | 'joins'
  /** It begins with another row that is known: rows were added before it, or reading went back on purpose. */
  | 'shifted'
  /** It begins with a row that is not known, or has none: rows were taken away before it. */
  | 'torn'

type Row = { readonly id: string }

const rowsOf = ({ values, unreadable }: Page<unknown>): number => values.length + unreadable.length

/** The id of the row at the beginning; `null` where there is none, or it cannot be read. */
const firstIdOf = ({ values, unreadable }: Page<Row>): string | null => {
  const first = unreadable.find(({ index }) => index === 0)
  return first === undefined ? (values[0]?.id ?? null) : first.id
}

/**
 * Where to ask for what follows a page. It begins one row before `next` where that is the page's last row beyond doubt:
 * the server counted on by exactly the rows that it sent, so none is hidden between them, and the last can be read.
 *
 * @param start where the page was asked for.
 * @param next where the server says that the next one starts.
 */
export const askAfter = (page: Page<unknown>, start: number, next: number): PageAsk => {
  const rows = rowsOf(page)
  const isLastKnown = !page.unreadable.some(({ index }) => index === rows - 1)
  const overlaps = rows >= LEAST_ROWS && next === start + rows && isLastKnown
  return { start: overlaps ? next - 1 : next, overlaps }
}

/**
 * How a page lies to what was read before it.
 *
 * @param lastId the row that was read last before it; `null` for none.
 */
export const fitOf = (
  page: Page<Row>,
  { start, overlaps }: PageAsk,
  lastId: string | null,
  isKnown: (id: string) => boolean,
): PageFit => {
  // Nothing stands before the first row of a list.
  if (!overlaps || start === 0) return 'not-compared'
  const first = firstIdOf(page)
  if (first === null) return 'torn'
  if (first === lastId) return 'joins'
  return isKnown(first) ? 'shifted' : 'torn'
}

/**
 * Where to go back to from a page that was torn off.
 *
 * @param rows how many rows the page before it had.
 * @param returns how often reading went back before, without finding a row that is known.
 */
export const askBefore = ({ start }: PageAsk, rows: number, returns: number): PageAsk => ({
  start: Math.max(0, start - Math.min(Math.max(rows, 1), BACK_ROWS) * BACK_GROWTH ** returns),
  overlaps: true,
})
