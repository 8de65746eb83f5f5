import { HEALTH_ORDER } from './health-rank.ts'
import type { MirrorHealth } from './mirror-health.ts'

/** How many mirrors have each health, worst first, without the healths that none has. */
export const healthCounts = (
  healths: Iterable<MirrorHealth>,
): readonly { readonly health: MirrorHealth; readonly count: number }[] => {
  const counts = new Map<MirrorHealth, number>()
  for (const health of healths) counts.set(health, (counts.get(health) ?? 0) + 1)
  return HEALTH_ORDER.map((health) => ({ health, count: counts.get(health) ?? 0 })).filter(
    ({ count }) => count > 0,
  )
}
