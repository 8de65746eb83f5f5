import { hashKey, infiniteQueryOptions, replaceEqualDeep } from '@tanstack/react-query'
import type { Page, UnreadableRow } from '#contract/page.ts'
import type { PagingFault } from '#contract/paging.ts'
import { addPage, type JoinedPages, nothingJoined, type Row } from './joined-pages.ts'
import { askPatiently } from './reading/list-waits.ts'

/** Rows of the first page: few, so that it comes at once. */
const FIRST_LIMIT = 60

/** Rows of every later page. Bitbucket may lower it; the limit it really used does not matter. */
const NEXT_LIMIT = 1000

/** A page number is where a page starts, whether that is a row early, and how many rows to ask for. */
export type PageParam = { readonly start: number; readonly limit: number; readonly overlaps?: boolean }

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
  /** Whether the list was seen to change between its pages. Lists that are not read by pages do not say. */
  readonly hasChanged?: boolean
}

/** The pages of a list, in the order in which they were read. */
type ListPages<Item> = {
  readonly pages: readonly Page<Item>[]
  readonly pageParams: readonly PageParam[]
}

/** What was joined of a list, and from which pages. */
type Joined = {
  readonly pages: readonly Page<Row>[]
  readonly state: JoinedPages
  readonly list: PagedList<Row>
}

/** The lists that were joined last, by their first page: one more page costs that page, not the whole list again. */
const joinedBefore = new WeakMap<Page<Row>, Joined>()

/** The list that rows grew from, see {@link growthOf}. */
const growths = new WeakMap<readonly object[], object>()

const NO_ROWS: PagedList<Row> = { rows: [], unreadable: [], fault: null, hasMore: true, duplicates: 0 }

const joined = ({ pages, pageParams }: ListPages<Row>): Joined => {
  const [first] = pages
  const before = first && joinedBefore.get(first)
  const known: Joined =
    before?.pages.every((page, index) => page === pages[index]) === true
      ? before
      : { pages: [], state: nothingJoined(), list: NO_ROWS }
  if (pages.length === known.pages.length) return known
  const state = { ...known.state, rows: [], unreadable: [] }
  for (const [index, page] of pages.entries()) {
    if (index < known.pages.length) continue
    const asked = pageParams[index]
    addPage(state, page, { start: asked?.start ?? page.start, overlaps: asked?.overlaps ?? false })
  }
  const { fault, duplicates, hasChanged, next } = state
  const list = {
    rows: [...known.list.rows, ...state.rows],
    unreadable: [...known.list.unreadable, ...state.unreadable],
    fault,
    duplicates,
    hasChanged,
    hasMore: next !== null,
  }
  growths.set(list.rows, state.ids)
  const now = { pages, state, list }
  if (first) joinedBefore.set(first, now)
  return now
}

/**
 * What the rows of a list have in common with the rows of the same list when fewer pages of it were read: of two with the
 * same growth, the shorter one is the beginning of the longer one. `undefined` for other rows.
 */
export const growthOf = (rows: readonly object[]): object | undefined => growths.get(rows)

const nextParam = (data: ListPages<Row>): PageParam | null => {
  const { next } = joined(data).state
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
    queryFn: ({ pageParam, signal, queryKey }) => {
      // How pages follow each other is known here alone: Bitbucket is asked for a place and a number of rows.
      const { start, limit } = pageParam
      const ask = () => options.fetchPage({ start, limit }, signal)
      // Of the first page nothing was read that would be worth the wait.
      return start === 0 ? ask() : askPatiently(hashKey(queryKey), ask, signal)
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
  const pageParams: PageParam[] = []
  for (let param: PageParam | null = { start: 0, limit: NEXT_LIMIT }; param !== null;) {
    pages.push(await fetchPage({ start: param.start, limit: param.limit }))
    pageParams.push(param)
    param = nextParam({ pages: [...pages], pageParams })
  }
  return joinPages({ pages, pageParams })
}
