import { cutText } from '#contract/cut-text.ts'
import * as v from 'valibot'
import { isReadToEnd, type Listing } from '#app/api/presence.ts'
import type { FleetSnapshot } from './fleet-snapshot.ts'
import { VERDICTS } from '#health/mirror-verdict.ts'
import { persistedBy } from '#app/browser/persisted.ts'

const short = v.pipe(v.string(), v.maxLength(512))
const ids = v.array(v.nullable(short))
const sight = v.object({
  /** By this browser's clock, epoch ms. */
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(8_640_000_000_000_000)),
  mirrors: v.nullable(
    v.array(
      v.object({
        id: short,
        name: short,
        // Words of an earlier version of the console count as not known.
        verdict: v.optional(v.fallback(v.picklist(VERDICTS), 'unknown'), 'unknown'),
        version: v.nullable(short),
        address: v.optional(v.nullable(short)),
      }),
    ),
  ),
  requests: v.nullable(v.array(v.tuple([short, short]))),
  /** Ids of rows that were there and could not be read; `null` for an unknown id. */
  unreadable: v.optional(v.object({ mirrors: ids, requests: ids }), { mirrors: [], requests: [] }),
})
type Sight = v.InferOutput<typeof sight>
const stored = v.object({
  ...sight.entries,
  /** When somebody was last here, on any page; epoch ms. */
  presentAt: v.optional(v.number(), 0),
  /** The last sight of the visit before this one; `null` while this is the first. */
  before: v.optional(v.nullable(sight), null),
})

/** By user and upstream: it belongs to the person, and waits for the next visit of the same one. */
const visits = persistedBy('last-visit ', v.nullable(stored), null)

/** An absence of this length ends a visit, in ms; going from page to page or loading again does not. */
const ABSENCE_MS = 1_800_000

/** The fleet as it was at the last visit. */
export type LastVisit = FleetSnapshot & { readonly at: number }

/** More than this is not worth the storage; a list that is longer is not remembered at all, since half would lie. */
const MAX_ROWS = 500

const kept = <Row>(list: Listing<Row> | null): Listing<Row> | null =>
  list !== null && isReadToEnd(list) && list.rows.length + list.unreadable.length <= MAX_ROWS ? list : null

const shortIds = (list: Listing<unknown> | null) =>
  (list?.unreadable ?? []).map(({ id }) => id?.slice(0, 512) ?? null)

/** What somebody who is here at `now` has before them: after an absence, the last sight is that of the visit before. */
const presentAt = (visit: v.InferOutput<typeof stored>, now: number): v.InferOutput<typeof stored> => {
  const { presentAt: lastPresent, before: _before, ...last } = visit
  const isNewVisit = now - Math.max(lastPresent, last.at) > ABSENCE_MS
  return { ...visit, presentAt: now, ...(isNewVisit && { before: last }) }
}

const listing = <Row>(rows: readonly Row[], unreadable: readonly (string | null)[]): Listing<Row> => ({
  rows,
  unreadable: unreadable.map((id) => ({ id })),
  fault: null,
  hasMore: false,
})

/** What this browser saw at the last visit of one account at one upstream. Times are epoch ms. */
export const lastVisit = (user: string, upstream: string) => {
  const setting = visits.of(`${user} ${upstream}`)
  return {
    /** Notes that somebody is here, on whichever page. */
    touch: (now: number): void => {
      const visit = setting.get()
      if (visit !== null) setting.set(presentAt(visit, now))
    },
    /** The visit before the one of somebody who is here at `now`; `null` when this is the first. */
    read: (now: number): LastVisit | null => {
      const known = setting.get()
      const visit = known && presentAt(known, now).before
      if (visit === null) return null
      const { at, mirrors, requests, unreadable } = visit
      const named = requests?.map(([id, mirrorName]) => ({ id, mirrorName }))
      return {
        at,
        mirrors: mirrors && listing(mirrors, unreadable.mirrors),
        requests: named ? listing(named, unreadable.requests) : null,
      }
    },
    /** Keeps what somebody sees now. */
    write: (snapshot: FleetSnapshot, at: number): void => {
      const known = setting.get()
      const mirrors = kept(snapshot.mirrors)
      const requests = kept(snapshot.requests)
      const seen: Sight = {
        at,
        mirrors:
          mirrors?.rows.map(({ id, name, verdict, version, address }) => ({
            id: id.slice(0, 512),
            name: cutText(name, 512),
            verdict,
            version: version === null ? null : cutText(version, 512),
            address,
          })) ?? null,
        requests:
          requests?.rows.map(({ id, mirrorName }) => [id.slice(0, 512), cutText(mirrorName, 512)]) ?? null,
        unreadable: { mirrors: shortIds(mirrors), requests: shortIds(requests) },
      }
      setting.set({ ...seen, presentAt: at, before: known && presentAt(known, at).before })
    },
  }
}
