import type { MirrorServer } from '#contract/mirror-server.ts'
import { type MirrorHealth, healthOf } from '#app/data/mirror-health.ts'
import { HEALTH_ORDER } from './health-rank.ts'

/** How many mirrors have each health, worst first, without the healths that none has. `now` is upstream time. */
export const healthCounts = (
  mirrors: readonly Pick<MirrorServer, 'enabled' | 'lastSeenDate'>[],
  now: number,
): readonly { readonly health: MirrorHealth; readonly count: number }[] => {
  const counts = new Map<MirrorHealth, number>()
  for (const mirror of mirrors) {
    const health = healthOf(mirror, now)
    counts.set(health, (counts.get(health) ?? 0) + 1)
  }
  return HEALTH_ORDER.map((health) => ({ health, count: counts.get(health) ?? 0 })).filter(
    ({ count }) => count > 0,
  )
}
