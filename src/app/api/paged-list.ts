import { infiniteQueryOptions, replaceEqualDeep } from '@tanstack/react-query'
import type { Page, UnreadableRow } from '#contract/page.ts'
import { type PagingFault, stepAfter } from '#contract/paging.ts'

/** Rows of the first page: few, so that it comes at once. */
const FIRST_LIMIT = 100

/** Rows of every later page. Bitbucket may lower it; what it really used does not matter to the walk. */
const NEXT_LIMIT = 1000

/** A page number is where a page starts and how many rows to ask for. */
export type PageParam = { readonly start: number; readonly limit: number }

/** The first page. */
const FIRST_PAGE: PageParam = { start: 0, limit: FIRST_LIMIT }

const emptyTail = (pages: readonly Page<unknown>[]): number => {
  const last = pages.findLastIndex((page) => page.values.length + page.unreadable.length > 0)
  return pages.length - 1 - last
}

/** Where the walk goes after the pages seen so far, and `undefined` at its end, as React Query wants it. */
const nextPage = (
  last: Page<unknown>,
  all: readonly Page<unknown>[],
  { start }: PageParam,
): PageParam | undefined => {
  const step = stepAfter(last, start, Math.max(0, emptyTail(all) - 1))
  return step.kind === 'next' ? { start: step.start, limit: NEXT_LIMIT } : undefined
}

/** All rows of a walk, each once, and what is wrong with it. */
export type PagedList<Item> = {
  readonly rows: readonly Item[]
  readonly unreadable: readonly UnreadableRow[]
  /** Why the walk ended early; the rows so far are shown, and this beside them. */
  readonly fault: PagingFault | null
  /** Whether the server has more than was asked for so far. */
  readonly hasMore: boolean
  /** Rows that came twice, by id; shown once. */
  readonly duplicates: number
}

/** The pages of a walk, in the order in which they were read. */
type ListPages<Item> = {
  readonly pages: readonly Page<Item>[]
  readonly pageParams: readonly PageParam[]
}

type Row = { readonly id: string }

/** What was joined of a walk, and from which pages. */
type Joined = {
  readonly pages: readonly Page<Row>[]
  readonly ids: Set<string>
  readonly walked: PagedList<Row>
}

/** The walks that were joined last, by their first page: a page more costs that page, not the whole list again. */
const joinedBefore = new WeakMap<Page<Row>, Joined>()

const endOf = ({ pages, pageParams }: ListPages<Row>): Pick<PagedList<Row>, 'fault' | 'hasMore'> => {
  const last = pages.at(-1)
  if (last === undefined) return { fault: null, hasMore: true }
  const step = stepAfter(last, pageParams.at(-1)?.start ?? 0, Math.max(0, emptyTail(pages) - 1))
  return { fault: step.kind === 'stopped' ? step.fault : null, hasMore: step.kind === 'next' }
}

/** Joins the pages of a walk: each id once, in the server's order. The same pages give the same object. */
export const joinPages = <Item extends Row>(data: ListPages<Item>): PagedList<Item> => {
  const { pages } = data
  const [first] = pages
  const before = first && joinedBefore.get(first)
  const isMore = before?.pages.every((page, index) => page === pages[index]) === true
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What was joined of a page has the rows of that page.
  const known = (isMore ? before.walked : { rows: [], unreadable: [], duplicates: 0 }) as PagedList<Item>
  const ids = isMore ? before.ids : new Set<string>()
  const added = pages.slice(isMore ? before.pages.length : 0)
  if (isMore && added.length === 0) return known
  const sent = added.flatMap(({ values }) => values)
  const fresh = sent.filter(({ id }) => ids.size < ids.add(id).size)
  const walked = {
    rows: [...known.rows, ...fresh],
    unreadable: [...known.unreadable, ...added.flatMap((page) => page.unreadable)],
    ...endOf(data),
    duplicates: known.duplicates + sent.length - fresh.length,
  }
  if (first) joinedBefore.set(first, { pages, ids, walked })
  return walked
}

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
    getNextPageParam: nextPage,
    select: joinPages<Item>,
    // Pages keep what did not change in them; the joined list has their rows already, and comparing it again at every
    // page would make a long walk quadratic.
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
  for (let param: PageParam | undefined = { start: 0, limit: NEXT_LIMIT }; param !== undefined;) {
    const page = await fetchPage(param)
    pages.push(page)
    pageParams.push(param)
    param = nextPage(page, pages, param)
  }
  return joinPages({ pages, pageParams })
}
