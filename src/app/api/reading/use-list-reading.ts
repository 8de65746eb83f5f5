import { hashKey, type QueryKey, type UseInfiniteQueryResult, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { PagedList } from '#app/api/paged-list.ts'
import { type ListReading, listReadingOf } from './list-reading.ts'
import { listStops } from './list-stops.ts'
import { listWaits } from './list-waits.ts'
import { readRest } from './read-rest.ts'
import { restReaders } from './rest-readers.ts'

type Paged = UseInfiniteQueryResult<PagedList<unknown>>

/** As much of a query as reading on needs; a list that is read in one go has no next page. */
export type ReadQuery = {
  readonly data: PagedList<unknown> | undefined
  readonly error: unknown
} & Partial<
  Pick<
    Paged,
    'isFetching' | 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'
  > & {
    readonly queryKey: QueryKey
  }
>

/** The reading of a list, and what a person or a page can do about it. */
export type ListReadingControl = {
  readonly reading: ListReading
  /** By which the cache knows the list; empty for one that is read in one go. */
  readonly queryHash: string
  /** Reads the rest, also after it was stopped or a page failed. */
  readonly readAll: () => void
  /** Reads one more page, unless something keeps it from being read. */
  readonly readNext: () => void
  /** Stops at once, for all who read this list. */
  readonly stop: () => void
}

/**
 * Reads a list on while it is wanted, once for however many want it. It ends when the page is left or shows another list.
 *
 * @param isWanted whether the rest is needed: to search, to sort, to judge.
 * @param mayBeEnough whether a page may have all that is wanted: then no other is asked for before it was looked at.
 */
export const useListReading = (
  query: ReadQuery,
  isWanted: boolean,
  mayBeEnough = false,
): ListReadingControl => {
  const { data, isFetching = false, isFetchingNextPage = false, hasNextPage = false, fetchNextPage } = query
  const client = useQueryClient()
  const queryHash = query.queryKey === undefined ? '' : hashKey(query.queryKey)
  // "Read all" is about the list that was shown.
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const isNeeded = isWanted || askedFor === queryHash
  const isStopped = listStops.use().has(queryHash)
  const waitsUntil = listWaits.use().get(queryHash) ?? null
  const reading = listReadingOf({
    rows: data?.rows.length ?? 0,
    hasMore: hasNextPage,
    isFetching,
    isFetchingNext: isFetchingNextPage,
    error: query.isFetchNextPageError === true ? query.error : null,
    waitsUntil,
    isStopped,
    isWanted: isNeeded,
  })

  useEffect(() => listStops.join(queryHash), [queryHash])
  // Another request of the same list is not broken off: this one joins it.
  const readNext = useEffectEvent(() => void fetchNextPage?.({ cancelRefetch: false }))
  useEffect(() => {
    if (!isNeeded) return
    listStops.note(queryHash, false)
    // Whoever comes to need the rest tries again what failed before.
    if (reading.kind === 'failed') readNext()
    // oxlint-disable-next-line react/exhaustive-deps -- A wish that is there already does not begin anew with each page.
  }, [queryHash, isNeeded])
  const isNextDue = mayBeEnough && reading.kind === 'rest' && !isFetching
  useEffect(() => {
    if (isNextDue) readNext()
  }, [isNextDue, data])
  const isRestDue = !mayBeEnough && reading.kind === 'rest'
  useEffect(() => {
    if (!isRestDue || !fetchNextPage) return undefined
    const end = new AbortController()
    const leave = restReaders.join(queryHash)
    void readRest(fetchNextPage, () => end.signal.aborted || listStops.isStopped(queryHash)).finally(leave)
    return () => end.abort()
  }, [isRestDue, queryHash, fetchNextPage])

  return {
    reading,
    queryHash,
    readAll: () => {
      setAskedFor(queryHash)
      listStops.note(queryHash, false)
      if (reading.kind === 'failed') void fetchNextPage?.({ cancelRefetch: false })
    },
    readNext: () => {
      if (reading.kind === 'part' && !isFetching) void fetchNextPage?.({ cancelRefetch: false })
    },
    stop: () => {
      listStops.note(queryHash, true)
      if (query.queryKey) void client.cancelQueries({ queryKey: query.queryKey, exact: true })
    },
  }
}
