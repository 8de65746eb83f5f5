import { createStore } from '#app/browser/store.ts'

const stopped = createStore<ReadonlySet<string>>(new Set())
const readers = new Map<string, number>()

const note = (queryHash: string, isStopped: boolean): void => {
  if (stopped.get().has(queryHash) === isStopped) return
  const next = new Set(stopped.get())
  if (isStopped) next.add(queryHash)
  else next.delete(queryHash)
  stopped.set(next)
}

/**
 * Which lists a person stopped reading. One stop is for all who read a list on the page; it ends with the last of them,
 * or when one of them comes to want the rest anew.
 */
export const listStops = {
  use: stopped.use,
  isStopped: (queryHash: string): boolean => stopped.get().has(queryHash),
  note,
  /** Takes part in the reading of a list. @returns ends it. */
  join: (queryHash: string): (() => void) => {
    readers.set(queryHash, (readers.get(queryHash) ?? 0) + 1)
    return () => {
      const left = (readers.get(queryHash) ?? 1) - 1
      readers.set(queryHash, left)
      if (left > 0) return
      readers.delete(queryHash)
      note(queryHash, false)
    }
  },
}
