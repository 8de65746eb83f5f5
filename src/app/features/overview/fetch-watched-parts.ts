import { createStore } from '#app/browser/store.ts'
import { fetchPart } from '#app/ui/late/fetch-code.ts'
import type { watchedParts } from './watched-parts.ts'

type WatchedParts = typeof watchedParts

/** What the overview shows of the watch, once its code is there: then it is drawn at once, with nothing in its place. */
export const loadedWatchedParts = createStore<WatchedParts | null>(null)

/** Fetches what the overview shows of the watch. */
export const fetchWatchedParts = async (): Promise<WatchedParts> => {
  const { watchedParts: parts } = await fetchPart(() => import('./watched-parts.ts'))
  loadedWatchedParts.set(parts)
  return parts
}
