import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Page, UnreadableRow } from '#contract/page.ts'
import { type WalkFault, stepAfter } from '#contract/paging.ts'

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
export type Walked<Item> = {
  readonly rows: readonly Item[]
  readonly unreadable: readonly UnreadableRow[]
  /** Why the walk ended early; the rows so far are shown, and this beside them. */
  readonly fault: WalkFault | null
  /** Rows that came twice, by id; shown once. */
  readonly duplicates: number
}

/** Joins the pages of a walk: each id once, in the server's order. */
export const walkedOf = <Item extends { readonly id: string }>(data: {
  readonly pages: readonly Page<Item>[]
  readonly pageParams: readonly PageParam[]
}): Walked<Item> => {
  const byId = new Map<string, Item>()
  let count = 0
  for (const page of data.pages) {
    for (const row of page.values) {
      count += 1
      if (!byId.has(row.id)) byId.set(row.id, row)
    }
  }
  const last = data.pages.at(-1)
  const start = data.pageParams.at(-1)?.start ?? 0
  const step = last
    ? stepAfter(last, start, Math.max(0, emptyTail(data.pages) - 1))
    : { kind: 'done' as const }
  return {
    rows: [...byId.values()],
    unreadable: data.pages.flatMap((page) => page.unreadable),
    fault: step.kind === 'stopped' ? step.fault : null,
    duplicates: count - byId.size,
  }
}

/**
 * Options of a list that is read page by page, on demand.
 *
 * @param staleTime how long its rows count as fresh, in ms: a decision of each list.
 */
export const walkOptions = <Item extends { readonly id: string }>(options: {
  readonly queryKey: readonly unknown[]
  readonly fetchPage: (page: PageParam, signal: AbortSignal) => Promise<Page<Item>>
  readonly staleTime: number
}) =>
  infiniteQueryOptions({
    queryKey: options.queryKey,
    queryFn: ({ pageParam, signal }) => options.fetchPage(pageParam, signal),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: nextPage,
    select: walkedOf<Item>,
    staleTime: options.staleTime,
  })

/**
 * Reads a whole short list (mirrors: a few, rarely a hundred) in as few requests as the server allows.
 *
 * @throws Problem of the first page that fails: half a list must not pass for the whole.
 */
export const walkAll = async <Item extends { readonly id: string }>(
  fetchPage: (page: PageParam) => Promise<Page<Item>>,
): Promise<Walked<Item>> => {
  const pages: Page<Item>[] = []
  const pageParams: PageParam[] = []
  for (let param: PageParam | undefined = { start: 0, limit: NEXT_LIMIT }; param !== undefined;) {
    const page = await fetchPage(param)
    pages.push(page)
    pageParams.push(param)
    param = nextPage(page, pages, param)
  }
  return walkedOf({ pages, pageParams })
}
