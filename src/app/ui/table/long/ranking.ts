import { compareValues, type SortValue } from '#app/ui/table/sorted-rows.ts'

/** Values sorted at once; a step of this size takes a few ms. */
const RUN = 4096

/** The values of a list and how much of their order is found. It grows in place, with the list. */
export type Ordering = {
  /** What is compared, by place in the list. */
  values: SortValue[]
  /** The places of neighbouring values, each run in order, one run after the other. */
  runs: readonly Uint32Array[]
}

type Compared = readonly SortValue[]

const valueAt = (values: Compared, place: number | undefined): SortValue => values[place ?? 0] ?? null

const compareAt = (values: Compared, one: number | undefined, other: number | undefined): number =>
  compareValues(valueAt(values, one), valueAt(values, other), 1)

/** One run of two that follow each other in the list. */
const merged = (values: Compared, first: Uint32Array, second: Uint32Array): Uint32Array => {
  const run = new Uint32Array(first.length + second.length)
  let [left, right] = [0, 0]
  for (let at = 0; at < run.length; at += 1) {
    const isLeft =
      right >= second.length || (left < first.length && compareAt(values, first[left], second[right]) <= 0)
    run[at] = (isLeft ? first[left] : second[right]) ?? 0
    if (isLeft) left += 1
    else right += 1
  }
  return run
}

const runOf = (values: Compared, from: number): Uint32Array =>
  Uint32Array.from({ length: Math.min(RUN, values.length - from) }, (_none, at) => from + at).toSorted(
    (one, other) => compareAt(values, one, other) || one - other,
  )

/** How many places the order has. */
export const orderedCount = ({ runs }: Pick<Ordering, 'runs'>): number =>
  runs.reduce((sum, { length }) => sum + length, 0)

/**
 * Does a few ms of work. Answers whether there was any to do.
 *
 * @param isWhole whether no more values come: then all runs become one, else as many as are cheap to add to.
 */
export const orderFurther = (ordering: Ordering, isWhole: boolean): boolean => {
  const { values, runs } = ordering
  const [first, second] = runs.slice(-2)
  // Runs of like size are merged: so each value is merged as often as if all had come at once.
  const isMerged = first && second && (isWhole || first.length <= 2 * second.length)
  const count = orderedCount(ordering)
  if (isMerged) ordering.runs = [...runs.slice(0, -2), merged(values, first, second)]
  else if (count < values.length) ordering.runs = [...runs, runOf(values, count)]
  else return false
  return true
}

/** Ranks by place in the list; of a list that is not very long, in half the memory. */
export type Ranks = Uint16Array | Uint32Array

/** The rank of each place, equal values alike. What is not known has the number of places, which no rank reaches. */
export const ranksIn = ({ values, runs: [order] }: Ordering): Ranks => {
  const ranks = values.length < 2 ** 16 ? new Uint16Array(values.length) : new Uint32Array(values.length)
  let rank = 0
  for (let at = 0; at < values.length; at += 1) {
    const place = order?.[at] ?? 0
    const value = valueAt(values, place)
    if (at > 0 && value !== valueAt(values, order?.[at - 1])) rank += 1
    ranks[place] = value === null ? values.length : rank
  }
  return ranks
}
