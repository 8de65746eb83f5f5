import { growthOf } from '#app/api/reading/list-growth.ts'
import { originOf } from './found-rows.ts'
import { comparedRows, type SortValue, sortValueOf } from '#app/ui/table/sorted-rows.ts'
import { type Ranked, ranking, UNKNOWN_RANK } from './ranking.ts'

type ValueOf<Row> = (row: Row) => SortValue

/** The ranks of one list by one column: ready, or the steps that lead there. Steps hold every value that is compared. */
type Ranks = Uint32Array | Generator<void, Ranked>

// A list lives until it is read again, and so do its ranks.
const known = new WeakMap<readonly object[], Map<unknown, Ranks>>()

/** The order by the column that sorted a list last, as long as the list grows. */
const orders = new WeakMap<object, { readonly valueOf: unknown; readonly order: Uint32Array }>()

const knownOf = (rows: readonly object[]): Map<unknown, Ranks> => {
  const ofList = known.get(rows) ?? new Map<unknown, Ranks>()
  known.set(rows, ofList)
  return ofList
}

const stepsTo = <Row extends object>(
  rows: readonly Row[],
  valueOf: ValueOf<Row>,
): Generator<void, Ranked> => {
  const growth = growthOf(rows)
  const before = growth && orders.get(growth)
  const isBeginning = before?.valueOf === valueOf && before.order.length <= rows.length
  return ranking(
    rows.map((row) => sortValueOf(valueOf, row)),
    isBeginning ? before.order : undefined,
  )
}

/** Goes one step of a few ms towards the ranks of a list. Answers them once they are ready, else `null`. */
const stepToRanks = <Row extends object>(rows: readonly Row[], valueOf: ValueOf<Row>): Uint32Array | null => {
  const ofList = knownOf(rows)
  const before = ofList.get(valueOf) ?? stepsTo(rows, valueOf)
  if (before instanceof Uint32Array) return before
  const step = before.next()
  // Steps that came to their end are let go, and the values with them.
  ofList.set(valueOf, step.done === true ? step.value.ranks : before)
  if (step.done !== true) return null
  const growth = growthOf(rows)
  if (growth) orders.set(growth, { valueOf, order: step.value.order })
  return step.value.ranks
}

/** Does one step of a few ms towards the ranks of a list. Answers whether there is more to do. */
export const prepareRanks = <Row extends object>(rows: readonly Row[], valueOf: ValueOf<Row>): boolean =>
  stepToRanks(rows, valueOf) === null

const ranksOf = <Row extends object>(rows: readonly Row[], valueOf: ValueOf<Row>): Uint32Array => {
  let ranks = stepToRanks(rows, valueOf)
  while (ranks === null) ranks = stepToRanks(rows, valueOf)
  return ranks
}

/** So few rows are compared faster than a whole list is ranked. */
const FEW = 2000

const isRanked = (rows: readonly object[], valueOf: unknown): boolean =>
  known.get(rows)?.get(valueOf) instanceof Uint32Array

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
  // The ranks of a list that may grow with the next page are not made for the few rows that were found in it.
  if (origin && rows.length < FEW && !isRanked(origin.rows, valueOf)) return comparedRows(rows, valueOf, sign)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A search finds rows of the list it looks through.
  const all = (origin?.rows ?? rows) as readonly Row[]
  const ranks = ranksOf(all, valueOf)
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
