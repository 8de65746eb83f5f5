import type { FleetCheck } from '#contract/fleet-check.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { StatusCheck } from './status-checks.ts'

/** Which mirrors to ask: those that are named, or all; never one that Bitbucket lists as disabled. */
export const targetsOf = (
  rows: readonly MirrorServer[],
  named: readonly string[] = [],
): readonly MirrorServer[] =>
  rows.filter(({ id, enabled }) => enabled !== false && (named.length === 0 || named.includes(id)))

/**
 * What was found out about one mirror; its clock is compared with Bitbucket's, since these two sign and read links.
 *
 * @param upstreamClockMs Bitbucket's clock minus the gateway's, in ms; `null` when it is not known.
 */
export const lineOf = (mirrorId: string, check: StatusCheck, upstreamClockMs: number | null): FleetCheck => ({
  ...check,
  mirrorId,
  clockDifferenceMs:
    check.clockDifferenceMs === null ? null : check.clockDifferenceMs - (upstreamClockMs ?? 0),
})
