import type { FleetCheck } from '#contract/fleet-check.ts'
import type { MirrorStatus } from '#contract/mirror-status.ts'
import type { ProbeFailure, ProbeResult } from '#contract/probe.ts'

/** What came of asking a mirror, as far as it says something about the mirror as a whole. */
export type MirrorFinding =
  /** It answered: with its status, or without one (`null`). */
  | { readonly kind: 'answered'; readonly status: MirrorStatus | null }
  | {
      readonly kind: 'failed'
      readonly failure: ProbeFailure
      /** HTTP status of the mirror, where there was one. */
      readonly status: number | null
    }

/** What is known of one mirror by asking it. */
export type MirrorSight = {
  readonly finding: MirrorFinding
  /** When the answer that counts was complete, by the gateway's clock; epoch ms. */
  readonly checkedAt: number
  /** The same moment by the clock of the one who judges; epoch ms. */
  readonly receivedAt: number
  /** When the first of the answers came that say the same without another between; epoch ms by the gateway's clock. */
  readonly since: number
  /** The mirror's clock minus Bitbucket's, in ms; `null` when no answer said so. */
  readonly clockDifferenceMs: number | null
  /** When a signed link was refused last, epoch ms by the gateway's clock: its own status does not show it. */
  readonly refusedAt: number | null
  /** How long it took to answer the last check, in ms; `null` when it gave no answer, or was not checked. */
  readonly tookMs: number | null
  /** When the certificate ends that it showed last, epoch ms; `null` when it never showed one. */
  readonly certificateEnds: number | null
}

/** So long the gateway shares an answer, in ms: one that has just come is at most so old. */
const SHARED_MS = 15_000

/**
 * What has to be added to the gateway's times of a sight to have them by the clock of the one who judges, in ms. 0 where
 * the clocks may agree: only an answer from the future, or one that is older than it can be, shows that they do not.
 */
export const toOwnClockMs = ({ checkedAt, receivedAt }: MirrorSight): number => {
  const age = receivedAt - checkedAt
  return age < 0 ? age : Math.max(0, age - SHARED_MS)
}

/** What is known of mirrors by asking them, by mirror id. */
export type MirrorSights = ReadonlyMap<string, MirrorSight>

/** Nothing was asked yet. */
export const NO_SIGHTS: MirrorSights = new Map()

/** How long a refused link counts against a mirror whose own status is good, in ms. */
const REFUSED_COUNTS_MS = 600_000

/** Whether a failure with one repository says something about the mirror as a whole. */
const concernsMirror: Record<ProbeFailure, boolean> = {
  unreachable: true,
  'timed-out': true,
  certificate: true,
  refused: true,
  redirected: true,
  maintenance: true,
  'rate-limited': true,
  'too-large': true,
  unreadable: true,
  // It may fail with this repository alone.
  failing: false,
  'forbidden-address': true,
  'foreign-link': false,
  'other-scheme': false,
  'other-port': false,
  'no-link': false,
  'incomplete-list': false,
  'unknown-repository': false,
  'other-repository': false,
  busy: false,
}

const subjectOf = (finding: MirrorFinding): string =>
  finding.kind === 'failed' ? finding.failure : 'answers'

/** Differences of less than this after a larger one still count as the larger one, in ms: `Date` has whole seconds. */
const CLOCK_NOISE_MS = 5000

/**
 * Clocks are measured to a second or so. A measurement that is a little smaller than the last one changes nothing, so
 * that a clock at the limit does not change the verdict with every check.
 */
const steady = (before: number | null, measured: number | null): number | null => {
  if (measured === null || before === null) return measured ?? before
  const isNear = Math.sign(before) === Math.sign(measured) && Math.abs(before - measured) < CLOCK_NOISE_MS
  return isNear && Math.abs(measured) < Math.abs(before) ? before : measured
}

type Noted = {
  readonly finding: MirrorFinding
  readonly checkedAt: number
  readonly clockDifferenceMs: number | null
  readonly refusedAt?: number | null
  readonly tookMs?: number | null
  readonly certificateEnds?: number | null
}

const noted = (sights: MirrorSights, mirrorId: string, now: number, found: Noted): MirrorSights => {
  const before = sights.get(mirrorId)
  // Answers of several questions may overtake each other.
  if (before && before.checkedAt > found.checkedAt) return sights
  const isSame = before && subjectOf(before.finding) === subjectOf(found.finding)
  return new Map(sights).set(mirrorId, {
    finding: found.finding,
    checkedAt: found.checkedAt,
    receivedAt: now,
    since: isSame ? before.since : found.checkedAt,
    clockDifferenceMs: steady(before?.clockDifferenceMs ?? null, found.clockDifferenceMs),
    refusedAt: found.refusedAt === undefined ? (before?.refusedAt ?? null) : found.refusedAt,
    tookMs: found.tookMs === undefined ? (before?.tookMs ?? null) : found.tookMs,
    // One that is down now showed it earlier, and it ends all the same.
    certificateEnds: found.certificateEnds ?? before?.certificateEnds ?? null,
  })
}

const findingOf = ({ outcome }: FleetCheck): MirrorFinding => {
  switch (outcome.kind) {
    case 'answered':
      return { kind: 'answered', status: outcome.status }
    case 'without-status':
      return { kind: 'answered', status: null }
    case 'failed':
      return { kind: 'failed', failure: outcome.failure, status: outcome.status }
  }
}

/**
 * Adds what a check found.
 *
 * @param now the time of the one who judges, epoch ms.
 */
export const withCheck = (sights: MirrorSights, check: FleetCheck, now: number): MirrorSights => {
  const finding = findingOf(check)
  // The gateway was busy: the mirror was not asked.
  if (finding.kind === 'failed' && finding.failure === 'busy') return sights
  const refusedAt = sights.get(check.mirrorId)?.refusedAt ?? null
  const isRefused =
    finding.kind === 'answered' && refusedAt !== null && check.checkedAt - refusedAt < REFUSED_COUNTS_MS
  return noted(sights, check.mirrorId, now, {
    finding: isRefused ? { kind: 'failed', failure: 'refused', status: null } : finding,
    checkedAt: check.checkedAt,
    clockDifferenceMs: check.clockDifferenceMs,
    tookMs: check.outcome.kind === 'failed' ? null : check.tookMs,
    certificateEnds: check.certificateEnds,
  })
}

/** The sights of mirrors that are listed: what others answered is of no use any more. All of them without a list. */
export const sightsOfListed = (
  sights: MirrorSights,
  listed: readonly { readonly id: string }[] | undefined,
): MirrorSights =>
  listed === undefined
    ? sights
    : new Map(
        listed.flatMap(({ id }) => {
          const sight = sights.get(id)
          return sight ? [[id, sight]] : []
        }),
      )

/**
 * Adds what a question about one repository says about the mirror as a whole; mostly that it answers.
 *
 * @param now the time of the one who judges, epoch ms.
 */
export const withProbe = (
  sights: MirrorSights,
  mirrorId: string,
  result: ProbeResult,
  now: number,
): MirrorSights => {
  const { checkedAt, clockDifferenceMs } = result
  if (result.kind === 'failed') {
    if (!concernsMirror[result.failure]) return sights
    return noted(sights, mirrorId, now, {
      finding: { kind: 'failed', failure: result.failure, status: result.status },
      checkedAt,
      clockDifferenceMs,
      refusedAt: result.failure === 'refused' ? checkedAt : null,
    })
  }
  const before = sights.get(mirrorId)?.finding
  // What it says about one repository replaces a failure, and leaves its own status as it is.
  const finding: MirrorFinding = before?.kind === 'answered' ? before : { kind: 'answered', status: null }
  return noted(sights, mirrorId, now, { finding, checkedAt, clockDifferenceMs, refusedAt: null })
}
