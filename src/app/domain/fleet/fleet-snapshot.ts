import { cutText } from '#contract/cut-text.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { type Listing, presenceBesideRows } from '#app/api/presence.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { isKnown } from '#health/verdict-severity.ts'

/** More of an address is not noted, in characters. */
const MAX_NOTED = 512

/** What is compared of one mirror. */
export type MirrorSight = {
  readonly id: string
  readonly name: string
  readonly verdict: VerdictKind
  readonly version: string | null
  /** Where its clones come from; absent where that was not noted. Long ones are cut. */
  readonly address?: string | null | undefined
}

/** What is compared of one request: the name of the mirror that asks to join. There may be many, so rows are not copied. */
export type RequestSight = Readonly<Pick<MirroringRequest, 'id' | 'mirrorName'>>

/** The fleet at one moment; `null` where a list was not read at all. */
export type FleetSnapshot = {
  readonly mirrors: Listing<MirrorSight> | null
  /** Pending requests. */
  readonly requests: Listing<RequestSight> | null
}

/** A snapshot before anything was read. */
export const NO_SNAPSHOT: FleetSnapshot = { mirrors: null, requests: null }

const listingOf = <Row, Sight>(
  { unreadable, fault, hasMore }: PagedList<Row>,
  rows: readonly Sight[],
): Listing<Sight> => ({ rows, unreadable, fault, hasMore })

/** A snapshot of the two lists as they were read. */
export const fleetSnapshotOf = (
  mirrors: PagedList<MirrorServer> | undefined,
  requests: PagedList<MirroringRequest> | undefined,
  verdicts: Verdicts,
): FleetSnapshot => ({
  mirrors:
    mirrors === undefined
      ? null
      : listingOf(
          mirrors,
          mirrors.rows.map(({ id, name, productVersion, baseUrl }) => ({
            id,
            name,
            verdict: verdicts.get(id)?.kind ?? 'unknown',
            version: productVersion,
            address: baseUrl === null ? null : cutText(baseUrl, MAX_NOTED),
          })),
        ),
  requests: requests === undefined ? null : listingOf(requests, requests.rows),
})

/** A mirror that was not checked keeps the last verdict that was known: not knowing is no change. */
const withKnown = (before: Listing<MirrorSight> | null, now: Listing<MirrorSight> | null) => {
  if (before === null || now === null) return now
  const earlier = new Map(before.rows.map((sight) => [sight.id, sight.verdict]))
  const known = (sight: MirrorSight): MirrorSight =>
    isKnown(sight.verdict) ? sight : { ...sight, verdict: earlier.get(sight.id) ?? sight.verdict }
  return { ...now, rows: now.rows.map(known) }
}

const remembered = <Sight extends { readonly id: string }>(
  before: Listing<Sight> | null,
  now: Listing<Sight> | null,
): Listing<Sight> | null => {
  if (before === null || now === null) return now
  const read = new Set(now.rows.map(({ id }) => id))
  const kept = before.rows.filter(({ id }) => !read.has(id) && presenceBesideRows(now, id) !== 'absent')
  return kept.length === 0 ? now : { ...now, rows: [...now.rows, ...kept] }
}

/**
 * What to compare the next snapshot with: `now`, the last sight of every row that may still be there but could not be
 * read, so that it is not new when it can be read again, and the last known verdict of mirrors that were not checked.
 */
export const rememberedSnapshot = (before: FleetSnapshot, now: FleetSnapshot): FleetSnapshot => ({
  mirrors: remembered(before.mirrors, withKnown(before.mirrors, now.mirrors)),
  requests: remembered(before.requests, now.requests),
})
