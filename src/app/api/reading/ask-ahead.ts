import { askAfter } from '#contract/page-ask.ts'
import type { Page } from '#contract/page.ts'

type Asked<Item> = {
  readonly start: number
  readonly page: Promise<Page<Item>>
  readonly end: AbortController
}

/** What was asked for ahead, while one list is read to its end. */
type Ahead<Item> = {
  /** Where the list goes on after the page that came last, if that was as long as it was asked to be. */
  next: number | null
  asked: Asked<Item> | null
  /** A page could not be read: from then on each is asked for alone. */
  isAlone: boolean
}

const readings = new WeakMap<AbortSignal, Ahead<unknown>>()

const drop = (ahead: Ahead<unknown>): void => {
  ahead.asked?.end.abort()
  ahead.asked = null
}

const aheadOf = <Item>(rest: AbortSignal): Ahead<Item> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- One reading is of one list, and its rows are of one type.
  const known = readings.get(rest) as Ahead<Item> | undefined
  if (known) return known
  const ahead: Ahead<Item> = { next: null, asked: null, isAlone: false }
  rest.addEventListener('abort', () => drop(ahead))
  readings.set(rest, ahead)
  return ahead
}

/**
 * Asks for a page, and for the page after it at the same time where it is foreseen where that one starts: while a list is
 * read to its end and its pages are as long as they were asked to be. So Bitbucket works on one page while the other is on
 * its way or read; it never has more than these two questions. A page that comes shorter, or is the last one, shows the
 * guess to be wrong, and it is dropped. Whatever fails, a wait that Bitbucket asks for among it, ends the guessing.
 *
 * @param rest aborts when the list is no longer read to its end; `undefined` where it is not, and nothing is asked ahead.
 * @throws what `fetchPage` throws.
 */
export const askAhead = async <Item>(
  rest: AbortSignal | undefined,
  { start, limit }: { readonly start: number; readonly limit: number },
  fetchPage: (page: { start: number; limit: number }, signal: AbortSignal) => Promise<Page<Item>>,
  signal: AbortSignal,
): Promise<Page<Item>> => {
  if (rest === undefined) return fetchPage({ start, limit }, signal)
  const ahead = aheadOf<Item>(rest)
  const own = ahead.asked?.start === start ? ahead.asked : null
  if (own === null) drop(ahead)
  else signal.addEventListener('abort', () => own.end.abort(), { once: true })
  ahead.asked = null
  const asked = own?.page ?? fetchPage({ start, limit }, signal)
  if (ahead.next === start && !ahead.isAlone) {
    const end = new AbortController()
    const foreseen = { start: start + limit - 1, limit }
    const page = fetchPage(foreseen, end.signal)
    // Whether it failed is of interest when its turn comes.
    page.catch(() => undefined)
    ahead.asked = { start: foreseen.start, page, end }
  }
  ahead.next = null
  try {
    const page = await asked
    const { start: next, overlaps } = askAfter(page, start, page.nextPageStart ?? start)
    ahead.next = overlaps && !page.isLastPage && next === start + limit - 1 ? next : null
    if (ahead.next === null) drop(ahead)
    return page
  } catch (error) {
    ahead.isAlone = true
    drop(ahead)
    throw error
  }
}
