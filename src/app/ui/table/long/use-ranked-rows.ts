import { useEffect, useMemo } from 'react'
import { originOf } from './found-rows.ts'
import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'
import { prepareRanks, rankedRows } from './ranked-rows.ts'

/** How long a list must stay as it is before its ranks are made, in ms: one that still grows would waste them. */
const STABLE_MS = 400

/** Calls back when the browser is idle. Not every browser reports that. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 1000 })
  else setTimeout(work, 16)
}

/** Prepares the ranks by all columns idly, step by step. */
const prepare = <Row extends object>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  isWhole: boolean,
  signal: AbortSignal,
): void => {
  // Columns that are hidden until they are chosen are ordered when they are asked for.
  const left = columns.flatMap(({ sortValue, isOptional }) => (isOptional ? [] : (sortValue ?? [])))
  const work = () => {
    const [valueOf] = left
    if (signal.aborted || valueOf === undefined) return
    if (!prepareRanks(rows, valueOf, isWhole)) left.shift()
    whenIdle(work)
  }
  whenIdle(work)
}

/** The rows of a long table in the order that is asked for. Orders that may be asked for next are prepared idly. */
export const useRankedRows = <Row extends object>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): readonly Row[] => {
  useEffect(() => {
    // What a search found is ordered by the ranks of the list it was found in.
    if (originOf(rows)) return undefined
    const preparation = new AbortController()
    // What a longer list needs too is done while this one still grows, between its pages.
    prepare(rows, columns, false, preparation.signal)
    const timer = setTimeout(() => prepare(rows, columns, true, preparation.signal), STABLE_MS)
    return () => {
      preparation.abort()
      clearTimeout(timer)
    }
  }, [rows, columns])
  return useMemo(() => {
    const valueOf = columns.find(({ id }) => id === sort?.id)?.sortValue
    if (sort === null || valueOf === undefined) return rows
    return rankedRows(rows, valueOf, sort.direction === 'asc' ? 1 : -1)
  }, [rows, columns, sort])
}
