/** Times by how often they were counted: the number of a bucket, and how many are in it. */
export type LagHistogram = ReadonlyMap<number, number>

/** Each bucket ends a tenth higher than the one before. */
const GROWTH = 1.1

/** Where the second bucket ends, in ms; the first one is for less than a second, which dates of events cannot tell. */
const FIRST_MS = 1000

/** The last bucket: everything from forty days on. */
const LAST = 160

/** The bucket of a time in ms. */
export const bucketOf = (ms: number): number => {
  if (ms < FIRST_MS) return 0
  const exact = Math.log(ms / FIRST_MS) / Math.log(GROWTH)
  // What a rounding error lifts above an end still belongs below it.
  return Math.min(LAST, Math.ceil(exact - 1e-9) + 1)
}

/** The longest time in a bucket, in ms; 0 for the first one. */
export const bucketEnd = (bucket: number): number =>
  bucket === 0 ? 0 : Math.round(FIRST_MS * GROWTH ** (bucket - 1))

/** Everything of all of them. */
export const joined = (all: Iterable<LagHistogram>): LagHistogram => {
  const sum = new Map<number, number>()
  for (const histogram of all) {
    for (const [bucket, count] of histogram) sum.set(bucket, (sum.get(bucket) ?? 0) + count)
  }
  return sum
}

/** The time in ms that this share (0 to 1) of all stayed within, at most a tenth too high; `null` where none was counted. */
export const quantileOf = (histogram: LagHistogram, share: number): number | null => {
  const buckets = [...histogram].toSorted(([one], [other]) => one - other)
  const total = buckets.reduce((sum, [, count]) => sum + count, 0)
  let below = 0
  for (const [bucket, count] of buckets) {
    below += count
    if (below >= share * total) return bucketEnd(bucket)
  }
  return null
}

/** As it is kept: `bucket:count`, one after the other. */
export const histogramText = (histogram: LagHistogram): string =>
  [...histogram].map(([bucket, count]) => `${bucket}:${count}`).join(' ')

/** Reads {@link histogramText}; what it never wrote is left out. */
export const histogramIn = (text: string): LagHistogram => {
  const histogram = new Map<number, number>()
  for (const pair of text.split(' ')) {
    const at = pair.indexOf(':')
    const bucket = Number(pair.slice(0, Math.max(0, at)))
    const count = Number(pair.slice(at + 1))
    if (at > 0 && Number.isSafeInteger(bucket) && Number.isSafeInteger(count)) histogram.set(bucket, count)
  }
  return histogram
}
