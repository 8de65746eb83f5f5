import { CLOCK_TOLERANCE_MS } from '#contract/clock-tolerance.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'

/** The health of a mirror as far as the upstream's record tells it. */
export type MirrorHealth = 'healthy' | 'stale' | 'never-seen' | 'disabled' | 'clock-differs' | 'unknown'

/** Ages in ms. Bitbucket does not document what moves `lastSeenDate` or how often, so these are settings. */
export type HealthThresholds = {
  /** Not seen for longer than this: stale. */
  readonly staleAfterMs: number
  /** Seen further than this in the future: one of the clocks is wrong. */
  readonly clockToleranceMs: number
}

/** Five minutes without a sign of life, and the clock difference that mirrors tolerate on signed links. */
export const DEFAULT_THRESHOLDS: HealthThresholds = {
  staleAfterMs: 300_000,
  clockToleranceMs: CLOCK_TOLERANCE_MS,
}

type Facts = Pick<MirrorServer, 'enabled' | 'lastSeenDate'>

/**
 * Judges a mirror by its record. The first rule that applies wins.
 *
 * @param now the upstream's time, epoch ms, so that a wrong clock of the browser ages nobody.
 */
export const healthOf = (
  mirror: Facts,
  now: number,
  thresholds: HealthThresholds = DEFAULT_THRESHOLDS,
): MirrorHealth => {
  if (mirror.enabled === false) return 'disabled'
  if (mirror.lastSeenDate === null) return mirror.enabled === null ? 'unknown' : 'never-seen'
  const age = now - mirror.lastSeenDate
  if (age < -thresholds.clockToleranceMs) return 'clock-differs'
  if (age > thresholds.staleAfterMs) return 'stale'
  return mirror.enabled === null ? 'unknown' : 'healthy'
}
