import { useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { useHealthThresholds } from './health-thresholds.ts'
import { type MirrorHealth, healthOf } from './mirror-health.ts'
import { useAtNow } from '#app/browser/use-now.ts'
import { HEALTH_ORDER } from './health-rank.ts'

const NONE: readonly MirrorServer[] = []

/**
 * The health of each mirror, by id. Time passes without a render: only when a health changes is there a new map.
 *
 * @param offsetMs what to add to this browser's time for the upstream's, in ms.
 */
export const useMirrorHealths = (
  mirrors: readonly MirrorServer[] = NONE,
  offsetMs: number,
): ReadonlyMap<string, MirrorHealth> => {
  const thresholds = useHealthThresholds()
  const ranks = useAtNow((now) =>
    mirrors.map((mirror) => HEALTH_ORDER.indexOf(healthOf(mirror, now + offsetMs, thresholds))).join(' '),
  )
  return useMemo(() => {
    const healths = ranks.split(' ').map((rank) => HEALTH_ORDER[Number(rank)] ?? 'unknown')
    return new Map(mirrors.map(({ id }, index) => [id, healths[index] ?? 'unknown']))
  }, [mirrors, ranks])
}
