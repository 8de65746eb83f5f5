import type { PageAsk } from './page-ask.ts'
import type { Page } from './page.ts'

/** How far reading goes back first, in rows; it is rarely more than a few that were taken away. */
const BACK_ROWS = 50

/** How much further it goes back each time when that was not far enough. */
const BACK_GROWTH = 8

/** How often reading of one list goes back: a list that changes under every page cannot be read by pages. */
export const MAX_RETURNS = 6

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

/** The id of the row at the beginning; `null` where there is none, or it cannot be read. */
const firstIdOf = ({ values, unreadable }: Page<Row>): string | null => {
  const first = unreadable.find(({ index }) => index === 0)
  return first === undefined ? (values[0]?.id ?? null) : first.id
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
