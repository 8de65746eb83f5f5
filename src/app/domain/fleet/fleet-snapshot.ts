import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { FleetSnapshot } from './fleet-transitions.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'
import type { PagedList } from '#app/api/paged-list.ts'

/**
 * The mirrors of a snapshot; `null` while the list is not read to its end: a mirror beyond it would seem to be gone.
 */
export const mirrorSightsOf = (
  list: PagedList<MirrorServer> | undefined,
  healths: ReadonlyMap<string, MirrorHealth>,
): FleetSnapshot['mirrors'] => {
  if (list === undefined || list.fault !== null) return null
  return new Map(
    list.rows.map(({ id, name, productVersion }) => [
      id,
      { name, health: healths.get(id) ?? 'unknown', version: productVersion },
    ]),
  )
}

/**
 * The pending requests of a snapshot; `null` while more are on the server: when one of the first goes, one that was
 * there all the time moves up, and would seem to have come just now.
 */
export const requestNamesOf = (
  list: PagedList<MirroringRequest> | undefined,
  hasMore: boolean,
): FleetSnapshot['requests'] =>
  list === undefined || list.fault !== null || hasMore
    ? null
    : new Map(list.rows.map(({ id, mirrorName }) => [id, mirrorName]))
