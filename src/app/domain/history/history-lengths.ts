const DAY_MS = 86_400_000

/** How much time a strip can show. */
export const HISTORY_LENGTHS = [
  { id: '1h', ms: 3_600_000, words: '1 hour' },
  { id: '24h', ms: DAY_MS, words: '24 hours' },
  { id: '7d', ms: 7 * DAY_MS, words: '7 days' },
  { id: '30d', ms: 30 * DAY_MS, words: '30 days' },
] as const

/** A day: what strips show where nothing else is asked for. */
export const HISTORY_DAY = HISTORY_LENGTHS[1]

/** Those that can be asked for all mirrors at once: the gateway tells a week of them at most. */
export const FLEET_LENGTHS = HISTORY_LENGTHS.filter(({ ms }) => ms <= 7 * DAY_MS)

/** One of them. */
export type HistoryLength = (typeof HISTORY_LENGTHS)[number]

/** The length that a text from the URL names; a day by default and for nonsense. */
export const historyLengthOf = (id: string | null): HistoryLength =>
  HISTORY_LENGTHS.find((length) => length.id === id) ?? HISTORY_DAY
