import { CLOCK_TOLERANCE_MS } from '#contract/clock-tolerance.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { DEFAULT_THRESHOLDS, type HealthThresholds, healthOf } from '#app/domain/mirror/mirror-health.ts'
import { ageOf } from '#app/text/age.ts'
import { durationOf } from '#app/text/duration.ts'

/**
 * Why a mirror has its health: the rule that applied and the age that it was applied to, as a sentence.
 *
 * @param now upstream time, epoch ms.
 */
export const healthReason = (
  mirror: Pick<MirrorServer, 'enabled' | 'lastSeenDate'>,
  now: number,
  thresholds: HealthThresholds = DEFAULT_THRESHOLDS,
): string => {
  const seen = mirror.lastSeenDate
  const limit = durationOf(thresholds.staleAfterMs)
  const health = healthOf(mirror, now, thresholds)
  switch (health) {
    case 'disabled':
      return 'Bitbucket lists it as disabled. The API cannot enable it.'
    case 'never-seen':
      return 'Bitbucket has no record of a sign of life from it.'
    case 'clock-differs':
      return `It was last seen in the future (${ageOf(seen ?? now, now)}): its clock and Bitbucket's differ by more than ${durationOf(thresholds.clockToleranceMs)}. Mirrors refuse signed links beyond ${durationOf(CLOCK_TOLERANCE_MS)}.`
    case 'stale':
      return `It was last seen ${ageOf(seen ?? now, now)}, and a mirror without a sign of life for ${limit} counts as stale.`
    case 'unknown':
      return seen === null
        ? 'Bitbucket says neither whether it is enabled nor when it was last seen.'
        : `It was last seen ${ageOf(seen, now)}, and Bitbucket does not say whether it is enabled.`
    case 'healthy':
      return `It was last seen ${ageOf(seen ?? now, now)}, within the last ${limit}.`
  }
}
