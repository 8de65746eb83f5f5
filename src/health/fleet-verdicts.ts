import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirrorSights } from './mirror-sight.ts'
import { type HealthThresholds, type Verdict, verdictOf } from './mirror-verdict.ts'
import type { SeenBefore } from './seen-before.ts'

/** Verdicts about mirrors, by id. */
export type Verdicts = ReadonlyMap<string, Verdict>

/** What is compared where two mirrors are asked at one address. */
export const addressKey = ({ baseUrl }: Pick<MirrorServer, 'baseUrl'>): string =>
  (baseUrl ?? '').replace(/\/+$/, '').toLowerCase()

/** Addresses that more than one enabled mirror has. */
export const sharedAddresses = (mirrors: readonly MirrorServer[]): ReadonlySet<string> => {
  const enabled = mirrors.filter((mirror) => mirror.enabled !== false && mirror.baseUrl !== null)
  const byAddress = Map.groupBy(enabled, addressKey)
  return new Set([...byAddress].flatMap(([address, found]) => (found.length > 1 ? [address] : [])))
}

/** The verdict about each mirror of a list that was read at `readAt` (epoch ms, by the clock of the one who reads). */
export const verdictsOf = (
  mirrors: readonly MirrorServer[],
  facts: {
    readonly seenBefore: readonly SeenBefore[]
    readonly readAt: number
    /** Bitbucket's clock minus the reader's, in ms. */
    readonly offsetMs: number
    readonly sights: MirrorSights
    readonly thresholds: HealthThresholds
  },
): Verdicts => {
  const shared = sharedAddresses(mirrors)
  const { sights, seenBefore, ...rest } = facts
  const before = new Map(seenBefore.map((seen) => [seen.mirrorId, seen]))
  return new Map(
    mirrors.map((mirror) => [
      mirror.id,
      verdictOf({
        ...rest,
        record: mirror,
        seenBefore: before.get(mirror.id) ?? null,
        sight: sights.get(mirror.id) ?? null,
        isAddressShared: shared.has(addressKey(mirror)),
      }),
    ]),
  )
}
