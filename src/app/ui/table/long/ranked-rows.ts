import { growthOf } from '#app/api/reading/list-growth.ts'
import { originOf } from './found-rows.ts'
import { comparedRows, type SortValue, sortValueOf } from '#app/ui/table/sorted-rows.ts'
import { orderedCount, orderFurther, type Ordering, type Ranks, ranksIn } from './ranking.ts'

type ValueOf<Row> = (row: Row) => SortValue

/** By list, which lives until it is read again, and by what the values of a column are read with. */
type ByColumn<Known> = WeakMap<object, Map<unknown, Known>>

const allRanks: ByColumn<Ranks> = new WeakMap()

/** Orders that are being found, of lists as they grow. */
const orderings: ByColumn<Ordering> = new WeakMap()

/** What sorted a list last. */
const sortedBy = new WeakMap<object, unknown>()

const ofList = <Known>(byColumn: ByColumn<Known>, list: object): Map<unknown, Known> => {
  const known = byColumn.get(list) ?? new Map<unknown, Known>()
  byColumn.set(list, known)
  return known
}

/** What all rows have in common that are as much of a list as was read of it by some time. */
const listOf = (rows: readonly object[]): object => growthOf(rows) ?? rows

/** The order as far as it is found, with the values of all rows. */
const orderingOf = <Row extends object>(rows: readonly Row[], valueOf: ValueOf<Row>): Ordering => {
  const known = ofList(orderings, listOf(rows))
  const before = known.get(valueOf)
  // What was found when the list was longer says nothing of fewer rows.
  const isBeginning = before && Math.max(before.values.length, orderedCount(before)) <= rows.length
  const ordering: Ordering = isBeginning ? before : { values: [], runs: [] }
  for (let at = ordering.values.length; at < rows.length; at += 1) {
    const row = rows[at]
    ordering.values.push(row === undefined ? null : sortValueOf(valueOf, row))
  }
  known.set(valueOf, ordering)
  return ordering
}

/** Lets go of the values, which are as much as the list itself. The order itself is kept where it is in use. */
const release = (rows: readonly object[], valueOf: unknown): void => {
  const list = listOf(rows)
  const ordering = ofList(orderings, list).get(valueOf)
  if (ordering && sortedBy.get(list) === valueOf) ordering.values = []
  else ofList(orderings, list).delete(valueOf)
}

/**
 * Does one step of a few ms towards the ranks of a list. Answers whether there is more to do.
 *
 * @param isWhole whether the list stays as it is: else only what a longer one needs too is done.
 */
export const prepareRanks = <Row extends object>(
  rows: readonly Row[],
  valueOf: ValueOf<Row>,
  isWhole = true,
): boolean => {
  const ranks = ofList(allRanks, rows)
  if (!ranks.has(valueOf)) {
    const ordering = orderingOf(rows, valueOf)
    if (orderFurther(ordering, isWhole)) return true
    if (isWhole) ranks.set(valueOf, ranksIn(ordering))
  }
  if (isWhole) release(rows, valueOf)
  return false
}

const ranksOf = <Row extends object>(rows: readonly Row[], valueOf: ValueOf<Row>): Ranks => {
  const known = ofList(allRanks, rows).get(valueOf)
  sortedBy.set(listOf(rows), valueOf)
  if (known) return known
  const ordering = orderingOf(rows, valueOf)
  while (orderFurther(ordering, true));
  const ranks = ranksIn(ordering)
  ofList(allRanks, rows).set(valueOf, ranks)
  return ranks
}

/** So few rows are compared faster than a whole list is ranked. */
const FEW = 2000

const isRanked = (rows: readonly object[], valueOf: unknown): boolean => ofList(allRanks, rows).has(valueOf)

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
    const rank = ranks[places?.[at] ?? at] ?? last
    if (rank === last) return last + 1
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
