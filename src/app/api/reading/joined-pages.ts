import type { PageAsk } from '#contract/page-ask.ts'
import type { Page, UnreadableRow } from '#contract/page.ts'
import type { PagingFault } from '#contract/paging.ts'
import { addPage, nothingAdded, type AddedPages, type Row } from './add-page.ts'
import { noteGrowth } from './list-growth.ts'

/** The pages of a list, in the order in which they were read, and where each was asked for. */
export type ReadPages = {
  readonly pages: readonly Page<Row>[]
  readonly pageParams: readonly (Pick<PageAsk, 'start'> & Partial<PageAsk>)[]
}

/** All rows of some pages, each once, what is wrong with them, and where the list goes on; `null` at its end. */
export type JoinedPages = {
  readonly list: {
    readonly rows: readonly Row[]
    readonly unreadable: readonly UnreadableRow[]
    readonly fault: PagingFault | null
    readonly hasMore: boolean
    readonly duplicates: number
    readonly hasChanged?: boolean
  }
  readonly next: PageAsk | null
}

type Known = JoinedPages & { readonly pages: readonly Page<Row>[]; readonly added: AddedPages }

/** The lists that were joined last, by their first page: one more page costs that page, not the whole list again. */
const joinedBefore = new WeakMap<Page<Row>, Known>()

/** What was joined of the first of these pages. A list that ended goes on only where it is read anew. */
const knownOf = (pages: readonly Page<Row>[]): Known | undefined => {
  const known = pages[0] && joinedBefore.get(pages[0])
  if (known?.next === null && known.pages.length < pages.length) return undefined
  return known?.pages.every((page, index) => page === pages[index]) === true ? known : undefined
}

/** Joins the pages of a list, in the server's order. The same pages give the same object. */
export const joinedPages = ({ pages, pageParams }: ReadPages): JoinedPages => {
  const known = knownOf(pages)
  if (known?.pages.length === pages.length) return known
  const added = { ...(known?.added ?? nothingAdded()), rows: [], unreadable: [] }
  for (const [index, page] of pages.entries()) {
    if (index < (known?.pages.length ?? 0)) continue
    const asked = pageParams[index]
    addPage(added, page, { start: asked?.start ?? page.start, overlaps: asked?.overlaps ?? false })
  }
  const { fault, duplicates, hasChanged, next } = added
  const list = {
    // Spread, an array of thousands keeps room for a third more, and is copied as it grows.
    rows: (known?.list.rows ?? []).concat(added.rows),
    unreadable: [...(known?.list.unreadable ?? []), ...added.unreadable],
    fault,
    duplicates,
    hasChanged,
    hasMore: next !== null,
  }
  noteGrowth(list.rows, added.ids)
  // No other page will be compared with what came: 16 bytes for each row.
  if (next === null) added.ids.clear()
  const now = { pages, added, list, next }
  if (pages[0]) joinedBefore.set(pages[0], now)
  return now
}
