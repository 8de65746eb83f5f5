import { CLOCK_TOLERANCE_MS } from '#contract/clock-tolerance.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeFailure } from '#contract/probe.ts'
import { type MirrorFinding, type MirrorSight, toOwnClockMs } from './mirror-sight.ts'
import type { SeenBefore } from './seen-before.ts'

/** Every verdict about a mirror, worst first: the order of sorting and counting. */
export const VERDICTS = [
  // It cannot serve.
  'unreachable',
  'timed-out',
  'certificate',
  'refused',
  'not-a-mirror',
  'failing',
  'maintenance',
  'not-seen',
  'clock-differs',
  // It serves, but something is wrong.
  'clock-slightly-off',
  'rate-limited',
  'answers-not-seen',
  'never-seen',
  'record-went-back',
  'shared-address',
  // It is not known how it is.
  'not-allowed',
  'other-state',
  'without-status',
  'check-too-old',
  'not-checked',
  'unknown',
  'synchronizing',
  'disabled',
  'healthy',
] as const

/** How a mirror is, as far as Bitbucket's record and the mirror's own answer say together. */
export type VerdictKind = (typeof VERDICTS)[number]

/** A verdict and what it rests on. */
export type Verdict = {
  readonly kind: VerdictKind
  /** When the mirror's own answer came that counts here, by the reader's clock; epoch ms. `null`: never asked. */
  readonly checkedAt: number | null
  /**
   * When this began as far as it is known, epoch ms; `null` when it is not. `byRecord`: Bitbucket's record says so, by
   * Bitbucket's clock. Otherwise the console saw it first then, by the reader's clock, and it may have begun earlier.
   */
  readonly since: { readonly at: number; readonly byRecord: boolean } | null
  /** The state in the mirror's words, its progress, or an HTTP status: what belongs into the word. */
  readonly detail: string | null
  /** The mirror's clock minus Bitbucket's, in ms; `null` when it is not known. */
  readonly clockDifferenceMs: number | null
}

/** Ages in ms. Bitbucket does not document what moves `lastSeenDate` or how often, so these are settings. */
export type HealthThresholds = {
  /** Not seen for longer than this: not seen recently. */
  readonly staleAfterMs: number
  /** A clock that differs by more than this is a finding. */
  readonly clockToleranceMs: number
}

/** Five minutes, and the clock difference that mirrors tolerate on signed links. */
export const DEFAULT_THRESHOLDS: HealthThresholds = {
  staleAfterMs: 300_000,
  clockToleranceMs: CLOCK_TOLERANCE_MS,
}

/**
 * A check counts beside a record that was read at most this much later, in ms: longer than the longest refresh
 * interval, so that a check is never too old while both are refreshed together.
 */
export const CHECK_COUNTS_MS = 360_000

/** What a verdict is made of. */
export type VerdictFacts = {
  readonly record: Pick<MirrorServer, 'enabled' | 'lastSeenDate'>
  /** What earlier readings said: a record that goes back comes from an old replica or cache. `null` without any. */
  readonly seenBefore: Pick<SeenBefore, 'at' | 'wentBackAt'> | null
  /** When Bitbucket's record was read, by the reader's clock; epoch ms. Age is judged at this moment, never later. */
  readonly readAt: number
  /** Bitbucket's clock minus this browser's, in ms. */
  readonly offsetMs: number
  /** `null` when the mirror was never asked. */
  readonly sight: MirrorSight | null
  /** Whether another enabled mirror has the same address: an answer may then be the other one's. */
  readonly isAddressShared: boolean
  readonly thresholds: HealthThresholds
}

/** What a failed check means for the mirror. `null`: the mirror was not asked, so nothing is known. */
const kindOfFailure: Record<ProbeFailure, VerdictKind | null> = {
  unreachable: 'unreachable',
  'timed-out': 'timed-out',
  certificate: 'certificate',
  refused: 'refused',
  redirected: 'not-a-mirror',
  'too-large': 'not-a-mirror',
  unreadable: 'not-a-mirror',
  maintenance: 'maintenance',
  'rate-limited': 'rate-limited',
  failing: 'failing',
  'forbidden-address': 'not-allowed',
  'foreign-link': null,
  'other-scheme': null,
  'other-port': null,
  'no-link': null,
  'incomplete-list': null,
  'unknown-repository': null,
  'other-repository': null,
  busy: null,
}

const verdictOfFailure = (finding: MirrorFinding | null): Pick<Verdict, 'kind' | 'detail'> | null => {
  if (finding?.kind !== 'failed') return null
  const kind = kindOfFailure[finding.failure]
  return kind && { kind, detail: kind === 'failing' && finding.status ? String(finding.status) : null }
}

/** The clock as a finding: what the mirror's own answer says, and what its record says where it did not. */
const clockVerdict = (differenceMs: number, toleranceMs: number): VerdictKind | null => {
  if (Math.abs(differenceMs) > CLOCK_TOLERANCE_MS) return 'clock-differs'
  return Math.abs(differenceMs) > toleranceMs ? 'clock-slightly-off' : null
}

/** What the mirror says of its own state, where nothing is wrong. */
const verdictOfAnswer = (finding: MirrorFinding): Pick<Verdict, 'kind' | 'detail'> => {
  if (finding.kind !== 'answered' || finding.status === null) return { kind: 'without-status', detail: null }
  const { state, syncedRepos, totalRepos, discovering } = finding.status
  const isBehind = syncedRepos !== null && totalRepos !== null && syncedRepos < totalRepos
  const detail = isBehind ? `${syncedRepos} of ${totalRepos}` : null
  const isKnown = state === 'SYNCHRONIZED' || state === 'METADATA_SYNCHRONIZED' || state === 'SYNCHRONIZING'
  if (!isKnown) return { kind: 'other-state', detail: state }
  return state === 'SYNCHRONIZED' && !isBehind && discovering !== true
    ? { kind: 'healthy', detail: null }
    : { kind: 'synchronizing', detail }
}

const laterOf = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other)

/**
 * Judges a mirror by both witnesses: Bitbucket's record and the mirror's own answer. The first rule that applies wins.
 * Without an answer of the mirror it is never healthy.
 */
export const verdictOf = (facts: VerdictFacts): Verdict => {
  const { record, readAt, offsetMs, sight, thresholds } = facts
  const { enabled } = record
  // What was read once is true, whichever replica answers now.
  const lastSeenDate = laterOf(record.lastSeenDate, facts.seenBefore?.at ?? null)
  const finding = sight?.finding ?? null
  const isOld = sight !== null && readAt - sight.receivedAt > CHECK_COUNTS_MS
  const seenFor = lastSeenDate === null ? null : readAt + offsetMs - lastSeenDate
  const lead = seenFor !== null && -seenFor > thresholds.clockToleranceMs ? -seenFor : null
  const clockDifferenceMs = sight?.clockDifferenceMs ?? lead
  const ownClockMs = sight === null ? 0 : toOwnClockMs(sight)
  const say = (kind: VerdictKind, more: Partial<Verdict> = {}): Verdict => ({
    kind,
    checkedAt: sight && sight.checkedAt + ownClockMs,
    since: sight && { at: sight.since + ownClockMs, byRecord: false },
    detail: null,
    clockDifferenceMs,
    ...more,
  })
  if (enabled === false) return say('disabled', { since: null })
  const failure = verdictOfFailure(finding)
  const clock =
    clockDifferenceMs === null ? null : clockVerdict(clockDifferenceMs, thresholds.clockToleranceMs)
  // The clock is why it refuses: one cause has one name, whichever question met it last.
  const isExplained = failure?.kind === 'refused' && clock === 'clock-differs'
  if (failure && !isExplained) return say(failure.kind, failure)
  if (clock) return say(clock)
  const isNotSeen = seenFor !== null && seenFor > thresholds.staleAfterMs
  const answers = finding !== null && finding.kind !== 'failed' && !isOld
  if (isNotSeen && lastSeenDate !== null) {
    return say(answers ? 'answers-not-seen' : 'not-seen', { since: { at: lastSeenDate, byRecord: true } })
  }
  if (lastSeenDate === null && enabled !== null) return say('never-seen', { since: null })
  if (enabled === null) return say('unknown', { since: null })
  if (finding === null || finding.kind === 'failed') return say('not-checked', { since: null })
  if (isOld) return say('check-too-old')
  // Since when the mirror answers says nothing of since when these are so.
  const wentBackAt = facts.seenBefore?.wentBackAt ?? null
  if (wentBackAt !== null) return say('record-went-back', { since: { at: wentBackAt, byRecord: false } })
  if (facts.isAddressShared) return say('shared-address', { since: null })
  const answer = verdictOfAnswer(finding)
  return say(answer.kind, answer)
}
