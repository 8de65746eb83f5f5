import { InfiniteQueryObserver } from '@tanstack/react-query'
import { onTestFinished } from 'vitest'
import type { Page } from '#contract/page.ts'
import { type PageParam, pagedListOptions } from '#app/api/paged-list.ts'
import { createQueryClient } from '#app/api/query-client.ts'

type Row = { readonly id: string }

/** Key of the list in these tests. */
export const KEY = ['list']

/** A list of `count` rows in the cache, shown by a page, from a server that gives `cap` rows a page. */
export const listedPages = (
  count: number,
  cap: number,
  before: (param: PageParam) => Promise<void> = async () => {},
) => {
  const starts: number[] = []
  const fetchPage = async (param: PageParam): Promise<Page<Row>> => {
    starts.push(param.start)
    await before(param)
    const end = Math.min(param.start + Math.min(param.limit, cap), count)
    const values = Array.from({ length: end - param.start }, (_row, at) => ({ id: String(param.start + at) }))
    const nextPageStart = end === count ? null : end
    return {
      values,
      unreadable: [],
      start: param.start,
      limit: cap,
      isLastPage: end === count,
      nextPageStart,
    }
  }
  const client = createQueryClient()
  const options = pagedListOptions({ queryKey: KEY, fetchPage, staleTime: 10_000 })
  const observer = new InfiniteQueryObserver(client, options)
  onTestFinished(observer.subscribe(() => undefined))
  const stateOf = () => {
    const query = client.getQueryCache().find({ queryKey: KEY })
    if (query === undefined) throw new Error('The list is not in the cache.')
    return query.state
  }
  return {
    client,
    observer,
    options,
    starts,
    stateOf,
    /** Reads the list to its end. */
    readAll: async () => {
      await observer.refetch()
      while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage()
    },
  }
}
