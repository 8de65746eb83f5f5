/** Fetches what the overview shows of the watch. */
export const fetchWatchedParts = async () => (await import('./watched-parts.ts')).watchedParts
