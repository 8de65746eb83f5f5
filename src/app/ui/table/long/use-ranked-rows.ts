import { useEffect, useMemo } from 'react'
import { originOf } from './found-rows.ts'
import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'
import { prepareRanks, rankedRows } from './ranked-rows.ts'

/** How long a list must stay as it is before its ranks are prepared, in ms: one that still grows would waste them. */
const STABLE_MS = 400

/** Calls back when the browser is idle. Not every browser reports that. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 1000 })
  else setTimeout(work, 16)
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
    const left = columns.flatMap(({ sortValue }) => sortValue ?? [])
    let isOver = false
    const work = () => {
      const [valueOf] = left
      if (isOver || valueOf === undefined) return
      if (!prepareRanks(rows, valueOf)) left.shift()
      whenIdle(work)
    }
    const timer = setTimeout(() => whenIdle(work), STABLE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [rows, columns])
  return useMemo(() => {
    const valueOf = columns.find(({ id }) => id === sort?.id)?.sortValue
    if (sort === null || valueOf === undefined) return rows
    return rankedRows(rows, valueOf, sort.direction === 'asc' ? 1 : -1)
  }, [rows, columns, sort])
}
