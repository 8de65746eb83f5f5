import type { FleetCheck } from '#contract/fleet-check.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { WatchedMirror } from '#gateway/watch/watch-fleet.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'

/** The moment of these samples, epoch ms. */
export const NOW = 1_700_000_000_000

/** What a mirror says that has copied seven of its eight repositories. */
export const ANSWERED: FleetCheck['outcome'] = {
  kind: 'answered',
  status: { state: 'SYNCHRONIZED', memberCount: 1, discovering: false, syncedRepos: 7, totalRepos: 8 },
}
/** A mirror that gave no answer. */
export const failed = (failure: 'unreachable' | 'busy' | 'forbidden-address'): FleetCheck['outcome'] => ({
  kind: 'failed',
  failure,
  status: null,
  detail: null,
})
/** What came of asking a mirror once. */
export const checked = (outcome: FleetCheck['outcome'], more: Partial<FleetCheck> = {}): FleetCheck => ({
  mirrorId: 'a',
  checkedAt: NOW,
  tookMs: 250,
  clockDifferenceMs: -1500,
  certificateEnds: null,
  outcome,
  ...more,
})

/** A mirror as one round of the watch saw it; its address has a password that nobody may be told. */
export const watched = (
  kind: VerdictKind = 'healthy',
  check: FleetCheck | null = checked(ANSWERED),
  record: Partial<MirrorServer> = {},
): WatchedMirror => ({
  mirror: {
    id: 'a',
    name: 'Paris',
    baseUrl: 'https://bob:secret@paris.example.com',
    enabled: true,
    lastSeenDate: NOW - 7000,
    mirrorType: 'SINGLE',
    productType: null,
    productVersion: null,
    ...record,
  },
  verdict: { kind, checkedAt: NOW, since: null, detail: null, clockDifferenceMs: null },
  check,
  certificateEnds: check?.certificateEnds ?? null,
})
