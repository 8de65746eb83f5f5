import { joined, type LagHistogram } from './lag-histogram.ts'
import { type SlowRepository, slowestOf } from './slowest.ts'

/** What was counted of one mirror in some time. */
export type CountedLag = {
  readonly histogram: LagHistogram
  readonly slowest: readonly SlowRepository[]
}

/** Where nothing was. */
export const NOTHING_COUNTED: CountedLag = { histogram: new Map(), slowest: [] }

/** Everything of both. */
export const countedTogether = (one: CountedLag, other: CountedLag): CountedLag => ({
  histogram: joined(one.histogram, other.histogram),
  slowest: slowestOf([...one.slowest, ...other.slowest]),
})
