import { numberText } from '#app/text/number-text.ts'

/** What several timings of the same thing say; all in ms. */
export type Timings = { readonly medianMs: number; readonly fastestMs: number; readonly slowestMs: number }

/** Median and spread of some timings (ms); `null` for none. */
export const timingsOf = (samples: readonly number[]): Timings | null => {
  const sorted = samples.toSorted((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  const [fastestMs, slowestMs] = [sorted[0], sorted.at(-1)]
  if (low === undefined || high === undefined || fastestMs === undefined || slowestMs === undefined)
    return null
  return { medianMs: (low + high) / 2, fastestMs, slowestMs }
}

/** A time in ms as one reads it: "0.8 ms", "12 ms". */
export const msText = (ms: number): string =>
  `${numberText(ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms))} ms`
