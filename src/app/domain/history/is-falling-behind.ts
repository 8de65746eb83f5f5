import type { Behind } from '#contract/history.ts'

/**
 * From when on a mirror is said to fall behind, in ms: five minutes. A push usually takes seconds, a very large one
 * minutes, and builds that clone from the mirror fail or wait in the meantime. The alert in deploy/prometheus is the same.
 */
export const FALLING_BEHIND_MS = 300_000

/** Whether a push has waited too long for a mirror. */
export const isFallingBehind = (behind: Behind | null): boolean => (behind?.nowMs ?? 0) > FALLING_BEHIND_MS
