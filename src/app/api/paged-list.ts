import { hashKey, infiniteQueryOptions, replaceEqualDeep } from '@tanstack/react-query'
import { askAfter } from '#contract/page-ask.ts'
import type { Page, UnreadableRow } from '#contract/page.ts'
import { NO_PAGES, type PagingFault, stepAfter } from '#contract/paging.ts'
import type { growingList } from './reading/growing-list.ts'
import type { JoinedPages, ReadPages } from './reading/joined-pages.ts'
import { restReaders } from './reading/rest-readers.ts'

/** Rows of the first page: few, so that it comes at once. */
const FIRST_LIMIT = 60

/** Rows of every later page. Bitbucket may lower it; the limit it really used does not matter. */
const NEXT_LIMIT = 1000

/** A page number is where a page starts and how many rows to ask for. */
export type PageParam = { readonly start: number; readonly limit: number }

/** What is kept of a page beside it: its number, and whether it starts a row early. */
type AskedPage = PageParam & { readonly overlaps?: boolean }

/** The first page. */
const FIRST_PAGE: AskedPage = { start: 0, limit: FIRST_LIMIT }

/** All rows of a paged list, each once, and what is wrong with it. */
export type PagedList<Item> = {
  readonly rows: readonly Item[]
  readonly unreadable: readonly UnreadableRow[]
  /** Why the reading ended early; the rows so far are shown, and this beside them. */
  readonly fault: PagingFault | null
  /** Whether the server has more than was asked for so far. */
  readonly hasMore: boolean
  /** Rows that came twice, by id; shown once. */
  readonly duplicates: number
  /** Whether the list was seen to change between its pages. Lists that are not read by pages do not say. */
  readonly hasChanged?: boolean
}

/** The pages of a list, in the order in which they were read. */
type ListPages<Item> = {
  readonly pages: readonly Page<Item>[]
  readonly pageParams: readonly AskedPage[]
}

let growing: typeof growingList | null = null

/** Fetches the code of lists that have several pages, before the second page of the first of them. */
export const fetchGrowing = async (): Promise<typeof growingList> => {
  growing ??= (await import('./reading/growing-list.ts')).growingList
  return growing
}

type Row = { readonly id: string }

const firstPages = new WeakMap<Page<Row>, JoinedPages>()

const joinedFirst = (page: Page<Row>, start: number): JoinedPages => {
  const ids = new Set<string>()
  const { values, unreadable } = page
  const rows = values.filter(({ id }) => ids.size < ids.add(id).size)
  const step = stepAfter(page, start, rows.length, NO_PAGES)
  const next = step.kind === 'next' ? askAfter(page, start, step.start) : null
  const fault = step.kind === 'stopped' ? step.fault : null
  const duplicates = values.length - rows.length
  const list = { rows, unreadable, fault, duplicates, hasMore: next !== null }
  return { list, next }
}

const joined = (data: ReadPages): JoinedPages => {
  const [page, second] = data.pages
  if (page === undefined || second !== undefined) {
    if (growing === null) throw new Error('No code for pages')
    return growing.joinedPages(data)
  }
  const now = firstPages.get(page) ?? joinedFirst(page, data.pageParams[0]?.start ?? page.start)
  firstPages.set(page, now)
  return now
}

const nextParam = (data: ReadPages): AskedPage | null => {
  const { next } = joined(data)
  return next && { ...next, limit: NEXT_LIMIT }
}

/** Joins the pages of a list: each id once, in the server's order. The same pages give the same object. */
export const joinPages = <Item extends Row>(data: ListPages<Item>): PagedList<Item> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What was joined of these pages has the rows of these pages.
  joined(data).list as PagedList<Item>

/**
 * Options of a list that is read page by page, on demand.
 *
 * @param staleTime how long its rows count as fresh, in ms: a decision of each list.
 */
export const pagedListOptions = <Item extends { readonly id: string }>(options: {
  readonly queryKey: readonly unknown[]
  readonly fetchPage: (page: PageParam, signal: AbortSignal) => Promise<Page<Item>>
  readonly staleTime: number
}) =>
  infiniteQueryOptions({
    queryKey: options.queryKey,
    queryFn: async ({ pageParam, signal, queryKey, client }) => {
      const { start, limit } = pageParam
      const page = { start, limit }
      // Before the first page nothing was read that would be worth a wait.
      if (pageParam === FIRST_PAGE) return options.fetchPage(page, signal)
      const { askAhead, askPatiently, keepListAge } = await fetchGrowing()
      keepListAge(client.getQueryCache(), queryKey)
      const hash = hashKey(queryKey)
      const ask = () => askAhead(restReaders.signalOf(hash), page, options.fetchPage, signal)
      return askPatiently(hash, ask, signal)
    },
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (_last, pages, _start, pageParams) => nextParam({ pages, pageParams }),
    select: joinPages<Item>,
    // Pages keep what did not change in them; the joined list has their rows already, and comparing it again at every
    // page would make a long list quadratic.
    structuralSharing: (before, after) =>
      after instanceof Object && 'pages' in after ? replaceEqualDeep(before, after) : after,
    staleTime: options.staleTime,
  })

/**
 * Reads a whole short list (mirrors: a few, rarely a hundred) in as few requests as the server allows.
 *
 * @throws Problem of the first page that fails: half a list must not pass for the whole.
 */
export const readWholeList = async <Item extends { readonly id: string }>(
  fetchPage: (page: PageParam) => Promise<Page<Item>>,
): Promise<PagedList<Item>> => {
  const pages: Page<Item>[] = []
  const pageParams: AskedPage[] = []
  for (let param: AskedPage | null = { ...FIRST_PAGE, limit: NEXT_LIMIT }; param !== null;) {
    if (pages.length > 0) await fetchGrowing()
    const { start, limit } = param
    pages.push(await fetchPage({ start, limit }))
    pageParams.push(param)
    param = nextParam({ pages: [...pages], pageParams })
  }
  return joinPages({ pages, pageParams })
}
