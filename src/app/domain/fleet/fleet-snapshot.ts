import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { type Listing, presenceIn } from '#app/api/presence.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'

/** What is compared of one mirror. */
export type MirrorSight = {
  readonly id: string
  readonly name: string
  readonly health: MirrorHealth
  readonly version: string | null
}

/** What is compared of one request: the name of the mirror that asks to join. */
export type RequestSight = { readonly id: string; readonly name: string }

/** The fleet at one moment; `null` where a list was not read at all. */
export type FleetSnapshot = {
  readonly mirrors: Listing<MirrorSight> | null
  /** Pending requests. */
  readonly requests: Listing<RequestSight> | null
}

/** A snapshot before anything was read. */
export const NO_SNAPSHOT: FleetSnapshot = { mirrors: null, requests: null }

const listingOf = <Row, Sight>(
  { rows, unreadable, fault, hasMore }: PagedList<Row>,
  sightOf: (row: Row) => Sight,
): Listing<Sight> => ({ rows: rows.map(sightOf), unreadable, fault, hasMore })

/** A snapshot of the two lists as they were read. */
export const fleetSnapshotOf = (
  mirrors: PagedList<MirrorServer> | undefined,
  requests: PagedList<MirroringRequest> | undefined,
  healths: ReadonlyMap<string, MirrorHealth>,
): FleetSnapshot => ({
  mirrors:
    mirrors === undefined
      ? null
      : listingOf(mirrors, ({ id, name, productVersion }) => ({
          id,
          name,
          health: healths.get(id) ?? 'unknown',
          version: productVersion,
        })),
  requests:
    requests === undefined ? null : listingOf(requests, ({ id, mirrorName }) => ({ id, name: mirrorName })),
})

const remembered = <Sight extends { readonly id: string }>(
  before: Listing<Sight> | null,
  now: Listing<Sight> | null,
): Listing<Sight> | null => {
  if (before === null || now === null) return now
  const read = new Set(now.rows.map(({ id }) => id))
  const kept = before.rows.filter(({ id }) => !read.has(id) && presenceIn(now, id) !== 'absent')
  return kept.length === 0 ? now : { ...now, rows: [...now.rows, ...kept] }
}

/**
 * What to compare the next snapshot with: `now`, and the last sight of every row that may still be there but could not
 * be read, so that it is not new when it can be read again.
 */
export const rememberedSnapshot = (before: FleetSnapshot, now: FleetSnapshot): FleetSnapshot => ({
  mirrors: remembered(before.mirrors, now.mirrors),
  requests: remembered(before.requests, now.requests),
})
