import { infiniteQueryOptions, replaceEqualDeep } from '@tanstack/react-query'
import type { Page, UnreadableRow } from '#contract/page.ts'
import { NO_PAGES, type PagingFault, type PagingProgress, stepAfter } from '#contract/paging.ts'

/** Rows of the first page: few, so that it comes at once. */
const FIRST_LIMIT = 100

/** Rows of every later page. Bitbucket may lower it; the limit it really used does not matter. */
const NEXT_LIMIT = 1000

/** A page number is where a page starts and how many rows to ask for. */
export type PageParam = { readonly start: number; readonly limit: number }

/** The first page. */
const FIRST_PAGE: PageParam = { start: 0, limit: FIRST_LIMIT }

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
}

/** The pages of a list, in the order in which they were read. */
type ListPages<Item> = {
  readonly pages: readonly Page<Item>[]
  readonly pageParams: readonly PageParam[]
}

type Row = { readonly id: string }

/** What was joined of a list, from which pages, and where it continues. */
type Joined = {
  readonly pages: readonly Page<Row>[]
  readonly ids: Set<string>
  readonly list: PagedList<Row>
  readonly progress: PagingProgress
  /** `null` at the end of the list. */
  readonly next: PageParam | null
}

/** The lists that were joined last, by their first page: one more page costs that page, not the whole list again. */
const joinedBefore = new WeakMap<Page<Row>, Joined>()

const nothingJoined = (): Joined => ({
  pages: [],
  ids: new Set(),
  list: { rows: [], unreadable: [], fault: null, duplicates: 0, hasMore: true },
  progress: NO_PAGES,
  next: FIRST_PAGE,
})

const joined = ({ pages, pageParams }: ListPages<Row>): Joined => {
  const [first] = pages
  const before = first && joinedBefore.get(first)
  const known =
    before?.pages.every((page, index) => page === pages[index]) === true ? before : nothingJoined()
  const added = pages.slice(known.pages.length)
  if (added.length === 0) return known
  const { ids } = known
  const rows: Row[] = []
  const unreadable: UnreadableRow[] = []
  let { progress, next } = known
  let { fault, duplicates } = known.list
  for (const [index, page] of added.entries()) {
    const fresh = page.values.filter(({ id }) => ids.size < ids.add(id).size)
    const start = pageParams[known.pages.length + index]?.start ?? page.start
    const step = stepAfter(page, start, fresh.length, progress)
    if (step.kind === 'next') progress = step.progress
    next = step.kind === 'next' ? { start: step.start, limit: NEXT_LIMIT } : null
    fault = step.kind === 'stopped' ? step.fault : null
    duplicates += page.values.length - fresh.length
    for (const row of fresh) rows.push(row)
    for (const row of page.unreadable) unreadable.push(row)
  }
  const list = {
    rows: [...known.list.rows, ...rows],
    unreadable: [...known.list.unreadable, ...unreadable],
    fault,
    duplicates,
    hasMore: next !== null,
  }
  const now = { pages, ids, list, progress, next }
  if (first) joinedBefore.set(first, now)
  return now
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
    queryFn: ({ pageParam, signal }) => options.fetchPage(pageParam, signal),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (_last, pages, _start, pageParams) => joined({ pages, pageParams }).next,
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
  const pageParams: PageParam[] = []
  for (let param: PageParam | null = { start: 0, limit: NEXT_LIMIT }; param !== null;) {
    pages.push(await fetchPage(param))
    pageParams.push(param)
    param = joined({ pages: [...pages], pageParams }).next
  }
  return joinPages({ pages, pageParams })
}
