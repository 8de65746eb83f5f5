/** An answer that takes longer than this is said to be awaited, in ms. */
export const LATE_AFTER_MS = 5000

/**
 * Since when something has been awaited for longer than usual, epoch ms; `null` while nothing has.
 *
 * @param startedAt when what is under way began, epoch ms.
 */
export const lateSince = (startedAt: readonly number[], now: number): number | null => {
  const first = Math.min(...startedAt)
  return now - first >= LATE_AFTER_MS ? first : null
}
