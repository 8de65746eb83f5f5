import { compareValues, type SortValue } from '#app/ui/table/sorted-rows.ts'

/** Values sorted at once; a step of this size takes a few ms. */
const RUN = 4096

/** The rank of what is not known: after everything else in either direction. */
export const UNKNOWN_RANK = 0xff_ff_ff_ff

/** Merges two sorted runs, `from` to `middle` and on to `end`, from one array into another. */
const mergeRuns = (
  values: readonly SortValue[],
  { source, target }: { readonly source: Uint32Array; readonly target: Uint32Array },
  [from, middle, end]: readonly [number, number, number],
): void => {
  let left = from
  let right = middle
  for (let at = from; at < end; at += 1) {
    const one = source[left] ?? 0
    const other = source[right] ?? 0
    const isLeft =
      right >= end || (left < middle && compareValues(values[one] ?? null, values[other] ?? null, 1) <= 0)
    target[at] = isLeft ? one : other
    if (isLeft) left += 1
    else right += 1
  }
}

/** Sorts the places `from` to the end of an array by their values, in steps of a few ms. @returns all places. */
function* sorting(
  values: readonly SortValue[],
  places: Uint32Array<ArrayBuffer>,
  from: number,
): Generator<void, Uint32Array<ArrayBuffer>> {
  const count = places.length
  let source = places
  for (let run = from; run < count; run += RUN) {
    source
      .subarray(run, run + RUN)
      .sort((a, b) => compareValues(values[a] ?? null, values[b] ?? null, 1) || a - b)
    yield
  }
  let target = source.slice()
  for (let width = RUN; width < count - from; width *= 2) {
    for (let run = from; run < count; run += 2 * width) {
      const middle = Math.min(run + width, count)
      mergeRuns(values, { source, target }, [run, middle, Math.min(middle + width, count)])
      yield
    }
    ;[source, target] = [target, source]
  }
  if (from === 0 || from === count) return source
  mergeRuns(values, { source, target }, [0, from, count])
  return target
}

/** What values are ordered by: the rank of each, and their places in order. */
export type Ranked = { readonly ranks: Uint32Array; readonly order: Uint32Array }

/**
 * Ranks values, equal ones alike, in steps of a few ms: the caller can let the browser draw between two steps.
 *
 * @param known the order of the first values, where it is known from a time when there were no more: then only the others
 * are sorted.
 */
export function* ranking(
  values: readonly SortValue[],
  known: Uint32Array = new Uint32Array(),
): Generator<void, Ranked> {
  const count = values.length
  const places = Uint32Array.from(values, (_value, at) => at)
  places.set(known)
  const order = yield* sorting(values, places, known.length)
  const ranks = new Uint32Array(count)
  let rank = 0
  for (const [at, place] of order.entries()) {
    const value = values[place] ?? null
    if (at > 0 && value !== (values[order[at - 1] ?? 0] ?? null)) rank += 1
    ranks[place] = value === null ? UNKNOWN_RANK : rank
  }
  return { ranks, order }
}
