import type { SilencesById } from '#app/domain/mirror/silence/silenced-now.ts'
import type { FleetSnapshot } from './fleet-snapshot.ts'

/**
 * A snapshot in which silenced mirrors are as they were before, so that nothing is announced of them. When the silence
 * ends, what they became meanwhile is news.
 */
export const quietened = (
  before: FleetSnapshot,
  now: FleetSnapshot,
  silenced: SilencesById,
): FleetSnapshot => {
  if (now.mirrors === null || silenced.size === 0) return now
  const earlier = new Map((before.mirrors?.rows ?? []).map(({ id, verdict }) => [id, verdict]))
  const rows = now.mirrors.rows.map((sight) =>
    silenced.has(sight.id) ? { ...sight, verdict: earlier.get(sight.id) ?? ('unknown' as const) } : sight,
  )
  return { ...now, mirrors: { ...now.mirrors, rows } }
}
