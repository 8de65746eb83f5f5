import { askAfter, type PageAsk } from '#contract/page-ask.ts'
import { askBefore, fitOf, MAX_RETURNS } from '#contract/page-overlap.ts'
import type { Page, UnreadableRow } from '#contract/page.ts'
import { NO_PAGES, type PagingFault, type PagingProgress, stepAfter } from '#contract/paging.ts'

/** What a row is known by. */
export type Row = { readonly id: string }

/** What was joined of the pages of a list, and where it continues. It grows in place, a page at a time. */
export type AddedPages = {
  /** Every id that came; the same set as long as pages are added to the same list. */
  readonly ids: Set<string>
  readonly rows: Row[]
  readonly unreadable: UnreadableRow[]
  fault: PagingFault | null
  /** Rows that came twice and were not asked for twice. */
  duplicates: number
  /** Whether a page showed that rows were added or taken away since the page before it. */
  hasChanged: boolean
  progress: PagingProgress
  /** `null` at the end of the list. */
  next: PageAsk | null
  firstId: string | null
  lastId: string | null
  /** Whether the page before began as the list does, further on: once, rows may have been added in front of it. */
  isBeginning: boolean
  /** How many rows the page before had. */
  lastRows: number
  /** How often reading went back, in all and since a page fitted. */
  returns: number
  returnsInARow: number
  /** Pages that begin before this place are read again on purpose. */
  againUntil: number
}

/** Before the first page. */
export const nothingAdded = (): AddedPages => ({
  ids: new Set(),
  rows: [],
  unreadable: [],
  fault: null,
  duplicates: 0,
  hasChanged: false,
  progress: NO_PAGES,
  next: { start: 0, overlaps: false },
  firstId: null,
  lastId: null,
  isBeginning: false,
  lastRows: 0,
  returns: 0,
  returnsInARow: 0,
  againUntil: 0,
})

/** How many places of a page the first `known` of its readable rows take, with the unreadable rows between them. */
const placesOf = ({ unreadable }: Page<Row>, known: number): number =>
  known === 0 ? 0 : unreadable.reduce((places, { index }) => (index < places ? places + 1 : places), known)

/** Adds a page: each id once, in the server's order. One that does not fit is left out, and reading goes back. */
export const addPage = (list: AddedPages, page: Page<Row>, ask: PageAsk): void => {
  const { ids } = list
  const { values } = page
  const fit = fitOf(page, ask, list.lastId, (id) => ids.has(id))
  const isAgain = ask.start < list.againUntil
  if (fit === 'torn') {
    list.hasChanged = true
    if (list.returns < MAX_RETURNS) {
      list.next = askBefore(ask, list.lastRows, list.returnsInARow)
      list.returns += 1
      list.returnsInARow += 1
      list.againUntil = Math.max(list.againUntil, ask.start + 1)
      return
    }
    list.progress = { ...list.progress, isTorn: true }
  }
  list.returnsInARow = 0
  const isKnown = values.map(({ id }) => ids.size === ids.add(id).size)
  const fresh = values.filter((_row, at) => isKnown[at] !== true)
  const leading = isKnown.includes(false) ? isKnown.indexOf(false) : isKnown.length
  const isExpected = isAgain || fit === 'joins' || fit === 'shifted'
  const repeated = isExpected ? placesOf(page, leading) : 0
  const wanted = isAgain ? leading : fit === 'joins' || fit === 'shifted' ? 1 : 0
  // A server that ignores where a page starts sends the beginning of the list every time.
  const isBeginning = list.firstId !== null && values[0]?.id === list.firstId
  const mayRepeat = isAgain || (isExpected && !(isBeginning && list.isBeginning))
  const step = stepAfter(page, ask.start, fresh.length, list.progress, mayRepeat)
  for (const row of fresh) list.rows.push(row)
  for (const row of page.unreadable) if (row.index >= repeated) list.unreadable.push(row)
  list.duplicates += values.length - fresh.length - wanted
  list.fault = step.kind === 'stopped' ? step.fault : null
  list.hasChanged ||= fit === 'shifted' && !isAgain && list.fault !== 'repeats'
  list.firstId ??= values[0]?.id ?? null
  list.lastId = values.at(-1)?.id ?? list.lastId
  list.isBeginning = isBeginning
  list.lastRows = values.length + page.unreadable.length
  list.next = step.kind === 'next' ? askAfter(page, ask.start, step.start) : null
  if (step.kind === 'next') list.progress = step.progress
}
