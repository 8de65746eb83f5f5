import type { FleetCheck } from '#contract/fleet-check.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { verdictsOf } from '#health/fleet-verdicts.ts'
import { NO_SIGHTS, withCheck } from '#health/mirror-sight.ts'
import { hasCertificate } from '#health/certificate-state.ts'
import { DEFAULT_THRESHOLDS, type Verdict } from '#health/mirror-verdict.ts'
import { type SeenBefore, seenAfter } from '#health/seen-before.ts'
import { lineOf, targetsOf } from '#gateway/mirrors/fleet-lines.ts'
import { type MirrorSource, readMirrors } from '#gateway/mirrors/read-mirrors.ts'
import type { CheckStatus } from '#gateway/mirrors/status-checks.ts'
import { type PendingRequests, readPendingRequests } from './pending-requests.ts'

/** One mirror as the watch saw it. */
export type WatchedMirror = {
  readonly mirror: MirrorServer
  readonly verdict: Verdict
  /** `null` where it was not asked: it is disabled. */
  readonly check: FleetCheck | null
  /** When the certificate ends that it showed last, epoch ms; `null` where it never showed one, or has none to show. */
  readonly certificateEnds: number | null
}

/** The fleet as one round of the watch saw it. */
export type WatchedFleet = {
  /** When Bitbucket's list was read, epoch ms by the gateway's clock. */
  readonly at: number
  /** Bitbucket's clock minus the gateway's, in ms; `null` when its answer did not say. */
  readonly clockDifferenceMs: number | null
  readonly mirrors: readonly WatchedMirror[]
  /** Whether these are all: the list was read to its end, and every row could be read. */
  readonly isWhole: boolean
  /** `null` where it is not known: the account that watches may not list them, or they could not be read. */
  readonly pendingRequests: PendingRequests | null
}

/** Looks at the fleet once. */
export type WatchFleet = (signal: AbortSignal) => Promise<WatchedFleet>

/** How old an answer may be that a user got meanwhile, in ms. */
const SHARED_MS = 10_000

/**
 * Looks at the fleet as the console does while somebody looks: Bitbucket's list, each mirror's own status, and the same
 * verdicts, with the usual thresholds. What it saw before counts, as it does in a tab.
 *
 * @param authorization of the account that watches.
 */
export const createFleetWatch = (
  source: MirrorSource & { readonly checkStatus: CheckStatus },
  authorization: string,
): WatchFleet => {
  const { checkStatus, now } = source
  let sights = NO_SIGHTS
  let seenBefore: readonly SeenBefore[] = []
  return async (signal) => {
    const { rows, isWhole, clockDifferenceMs } = await readMirrors(source, { authorization }, signal)
    const at = now()
    seenBefore = seenAfter(seenBefore, rows, at)
    // Not before the list of mirrors was read: where Bitbucket refuses the account, it is not asked a second time.
    const asked = readPendingRequests(source, authorization, signal)
    const checks = await Promise.all(
      targetsOf(rows).map(async ({ id, baseUrl }) =>
        lineOf(id, await checkStatus(baseUrl, { notBefore: at - SHARED_MS, signal }), clockDifferenceMs),
      ),
    )
    sights = checks.reduce((all, check) => withCheck(all, check, check.checkedAt), sights)
    const verdicts = verdictsOf(rows, {
      seenBefore,
      readAt: at,
      offsetMs: clockDifferenceMs ?? 0,
      sights,
      thresholds: DEFAULT_THRESHOLDS,
    })
    // A mirror that is gone must not be remembered for ever.
    sights = new Map([...sights].filter(([id]) => verdicts.has(id)))
    const byId = new Map(checks.map((check) => [check.mirrorId, check]))
    const mirrors = rows.flatMap((mirror): readonly WatchedMirror[] => {
      const verdict = verdicts.get(mirror.id)
      if (verdict === undefined) return []
      const certificateEnds = hasCertificate(mirror) ? (sights.get(mirror.id)?.certificateEnds ?? null) : null
      return [{ mirror, verdict, check: byId.get(mirror.id) ?? null, certificateEnds }]
    })
    return { at, clockDifferenceMs, mirrors, isWhole, pendingRequests: await asked }
  }
}
