const readers = new Map<string, { count: number; readonly end: AbortController }>()

/** Who reads a list to its end at the moment, by the hash of its query. */
export const restReaders = {
  /** Begins to read. @returns ends it. */
  join: (queryHash: string): (() => void) => {
    const reader = readers.get(queryHash) ?? { count: 0, end: new AbortController() }
    reader.count += 1
    readers.set(queryHash, reader)
    return () => {
      reader.count -= 1
      if (reader.count > 0) return
      readers.delete(queryHash)
      reader.end.abort()
    }
  },
  /** Aborts when the last one ends; `undefined` where the list is not read to its end. */
  signalOf: (queryHash: string): AbortSignal | undefined => readers.get(queryHash)?.end.signal,
}
