import { joined, type LagHistogram } from './lag-histogram.ts'
import { type SlowRepository, slowestOf } from './slowest.ts'

/** What was counted of one mirror in some time. */
export type CountedLag = {
  readonly histogram: LagHistogram
  readonly slowest: readonly SlowRepository[]
}

/** Where nothing was. */
export const NOTHING_COUNTED: CountedLag = { histogram: new Map(), slowest: [] }

/** Everything of all of them: a month of a mirror is 720, so each is gone through once. */
export const countedTogether = (all: readonly CountedLag[]): CountedLag => ({
  histogram: joined(all.map(({ histogram }) => histogram)),
  slowest: slowestOf(all.flatMap(({ slowest }) => slowest)),
})
