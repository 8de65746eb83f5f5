import type { FleetCheck } from '#contract/fleet-check.ts'
import type { WatchedFleet } from '#gateway/watch/watch-fleet.ts'

/** What one round saw of mirrors with these ids, all of them well. */
export const seenFleet = (
  ids: readonly string[],
  at: number,
  more: Partial<WatchedFleet> = {},
): WatchedFleet => ({
  at,
  clockDifferenceMs: 0,
  isWhole: true,
  pendingRequests: null,
  mirrors: ids.map((id) => ({
    mirror: {
      id,
      name: id,
      baseUrl: `https://${id}.example.com`,
      enabled: true,
      lastSeenDate: at,
      mirrorType: null,
      productType: null,
      productVersion: null,
    },
    verdict: { kind: 'healthy', checkedAt: at, since: null, detail: null, clockDifferenceMs: null },
    check: {
      mirrorId: id,
      checkedAt: at,
      tookMs: 20,
      clockDifferenceMs: 0,
      certificateEnds: null,
      outcome: { kind: 'without-status', httpStatus: 404 },
    } satisfies FleetCheck,
    certificateEnds: null,
  })),
  ...more,
})

/** All pending requests there are. */
export const pending = (...ids: readonly string[]): WatchedFleet['pendingRequests'] => ({
  count: ids.length,
  ids,
  isAll: true,
})
