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

/**
 * Ranks values, equal ones alike, in steps of a few ms: the caller can let the browser draw between two steps.
 *
 * @returns for each place the rank of its value.
 */
export function* ranking(values: readonly SortValue[]): Generator<void, Uint32Array> {
  const count = values.length
  let source = Uint32Array.from(values, (_value, at) => at)
  for (let from = 0; from < count; from += RUN) {
    source
      .subarray(from, from + RUN)
      .sort((a, b) => compareValues(values[a] ?? null, values[b] ?? null, 1) || a - b)
    yield
  }
  let target = new Uint32Array(count)
  for (let width = RUN; width < count; width *= 2) {
    for (let from = 0; from < count; from += 2 * width) {
      const middle = Math.min(from + width, count)
      mergeRuns(values, { source, target }, [from, middle, Math.min(middle + width, count)])
      yield
    }
    ;[source, target] = [target, source]
  }
  const ranks = new Uint32Array(count)
  let rank = 0
  for (const [at, place] of source.entries()) {
    const value = values[place] ?? null
    if (at > 0 && value !== (values[source[at - 1] ?? 0] ?? null)) rank += 1
    ranks[place] = value === null ? UNKNOWN_RANK : rank
  }
  return ranks
}
