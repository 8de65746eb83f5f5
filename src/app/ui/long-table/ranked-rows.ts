import { originOf } from './found-rows.ts'
import { type SortValue, sortValueOf } from '#app/ui/sorted-rows.ts'
import { ranking, UNKNOWN_RANK } from './ranking.ts'

type ValueOf<Row> = (row: Row) => SortValue

/** The ranks of one list by one column: ready, or as far as they were prepared. */
type Ranks = { steps: Generator<void, Uint32Array>; ready: Uint32Array | null }

// A list lives until it is read again, and so do its ranks.
const known = new WeakMap<readonly object[], Map<unknown, Ranks>>()

const ranksOf = <Row extends object>(rows: readonly Row[], valueOf: ValueOf<Row>): Ranks => {
  const ofList = known.get(rows) ?? new Map<unknown, Ranks>()
  known.set(rows, ofList)
  const ranks = ofList.get(valueOf) ?? {
    steps: ranking(rows.map((row) => sortValueOf(valueOf, row))),
    ready: null,
  }
  ofList.set(valueOf, ranks)
  return ranks
}

/** Does one step of a few ms towards the ranks of a list. Answers whether there is more to do. */
export const prepareRanks = <Row extends object>(rows: readonly Row[], valueOf: ValueOf<Row>): boolean => {
  const ranks = ranksOf(rows, valueOf)
  if (ranks.ready !== null) return false
  const step = ranks.steps.next()
  if (step.done === true) ranks.ready = step.value
  return step.done !== true
}

/**
 * Rows sorted by one column, stably. Values are compared once for a list; after that, either direction and every search
 * sort by the ranks alone. Unknown values go last in either direction.
 *
 * @param sign 1 for ascending, -1 for descending.
 */
export const rankedRows = <Row extends object>(
  rows: readonly Row[],
  valueOf: ValueOf<Row>,
  sign: 1 | -1,
): readonly Row[] => {
  const origin = originOf(rows)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A search finds rows of the list it looks through.
  const all = (origin?.rows ?? rows) as readonly Row[]
  while (prepareRanks(all, valueOf));
  const ranks = ranksOf(all, valueOf).ready ?? new Uint32Array(rows.length)
  const places = origin?.places
  const last = all.length
  const keyOf = (at: number): number => {
    const rank = ranks[places?.[at] ?? at] ?? UNKNOWN_RANK
    if (rank === UNKNOWN_RANK) return last + 1
    return sign === 1 ? rank : last - rank
  }
  // Ranks are small whole numbers, so rows are counted into their places: a tenth of the work of comparing them.
  const next = new Uint32Array(last + 3)
  for (let at = 0; at < rows.length; at += 1) {
    const key = keyOf(at)
    next[key + 1] = (next[key + 1] ?? 0) + 1
  }
  for (let key = 1; key < next.length; key += 1) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0)
  const sorted = [...rows]
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]
    const key = keyOf(at)
    const place = next[key] ?? 0
    if (row !== undefined) sorted[place] = row
    next[key] = place + 1
  }
  return sorted
}
