import { createStore } from '#app/browser/store.ts'

type Reader = { readonly count: number; readonly end: AbortController }

const readers = createStore<ReadonlyMap<string, Reader>>(new Map())

/** Counts one reader of a list more or less. @returns what ends with the last one. */
const count = (queryHash: string, change: 1 | -1): AbortController => {
  const next = new Map(readers.get())
  const { count, end } = next.get(queryHash) ?? { count: 0, end: new AbortController() }
  next.set(queryHash, { count: count + change, end })
  if (count + change === 0) next.delete(queryHash)
  readers.set(next)
  return end
}

/** Who reads a list to its end at the moment, by the hash of its query. */
export const restReaders = {
  use: readers.use,
  /** Begins to read. @returns ends it. */
  join: (queryHash: string): (() => void) => {
    const end = count(queryHash, 1)
    return () => {
      count(queryHash, -1)
      if (!readers.get().has(queryHash)) end.abort()
    }
  },
  /** Aborts when the last one ends; `undefined` where the list is not read to its end. */
  signalOf: (queryHash: string): AbortSignal | undefined => readers.get().get(queryHash)?.end.signal,
}
