import { HEALTH_ORDER } from '#app/domain/mirror/health-rank.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'

/** The health that the URL's `health` asks for; `null` for all, also for a word that is none. */
export const healthFilterOf = (params: URLSearchParams): MirrorHealth | null =>
  HEALTH_ORDER.find((health) => health === params.get('health')) ?? null

/** The query string of the list with one health, or all; search and sort stay. */
export const withHealth = (params: URLSearchParams, health: MirrorHealth | null): string => {
  const next = new URLSearchParams(params)
  if (health === null) next.delete('health')
  else next.set('health', health)
  return next.toString() === '' ? '' : `?${next.toString()}`
}
