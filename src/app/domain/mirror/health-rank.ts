import type { MirrorHealth } from './mirror-health.ts'

/** Every health, worst first: the order of sorting and of counting. What is wrong comes before what is not known. */
export const HEALTH_ORDER: readonly MirrorHealth[] = [
  'clock-differs',
  'stale',
  'never-seen',
  'unknown',
  'disabled',
  'healthy',
]

/** The place of a health in {@link HEALTH_ORDER}. */
export const healthRank = (health: MirrorHealth): number => HEALTH_ORDER.indexOf(health)
