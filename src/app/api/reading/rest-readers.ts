import { createStore } from '#app/browser/store.ts'

type Reader = { readonly count: number; readonly end: AbortController }

const readers = createStore<ReadonlyMap<string, Reader>>(new Map())

/** Who reads a list to its end at the moment, by the hash of its query. */
export const restReaders = {
  use: readers.use,
  /** Begins to read. @returns ends it. */
  join: (queryHash: string): (() => void) => {
    const { count, end } = readers.get().get(queryHash) ?? { count: 0, end: new AbortController() }
    readers.set(new Map(readers.get()).set(queryHash, { count: count + 1, end }))
    return () => {
      const next = new Map(readers.get())
      const left = (next.get(queryHash)?.count ?? 1) - 1
      if (left > 0) next.set(queryHash, { count: left, end })
      else next.delete(queryHash)
      readers.set(next)
      if (left === 0) end.abort()
    }
  },
  /** Aborts when the last one ends; `undefined` where the list is not read to its end. */
  signalOf: (queryHash: string): AbortSignal | undefined => readers.get().get(queryHash)?.end.signal,
}
