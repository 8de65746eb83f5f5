import type { VerdictKind } from './mirror-verdict.ts'

/** The one severity scale, from worst to best: red, amber, grey, blue, pale, green where it is drawn. */
export type Severity = 'bad' | 'attention' | 'unknown' | 'busy' | 'off' | 'good'

const SEVERITY: Record<VerdictKind, Severity> = {
  unreachable: 'bad',
  'timed-out': 'bad',
  certificate: 'bad',
  refused: 'bad',
  'not-a-mirror': 'bad',
  failing: 'bad',
  maintenance: 'bad',
  'not-seen': 'bad',
  'clock-differs': 'bad',
  'clock-slightly-off': 'attention',
  'rate-limited': 'attention',
  'answers-not-seen': 'attention',
  'never-seen': 'attention',
  'record-went-back': 'attention',
  'shared-address': 'attention',
  'not-allowed': 'unknown',
  'other-state': 'unknown',
  'without-status': 'unknown',
  'check-too-old': 'unknown',
  'not-checked': 'unknown',
  unknown: 'unknown',
  synchronizing: 'busy',
  disabled: 'off',
  healthy: 'good',
}

/** How serious a verdict is. */
export const severityOf = (kind: VerdictKind): Severity => SEVERITY[kind]

/** Whether a mirror cannot serve now, whatever it said about a repository before. Not while nothing is known of it. */
export const cannotServe = (kind: VerdictKind | undefined): boolean =>
  kind !== undefined && severityOf(kind) === 'bad'

/** Whether something is wrong with the mirror that somebody should look into. */
export const isWrong = (kind: VerdictKind): boolean => ['bad', 'attention'].includes(severityOf(kind))

/** Whether it is known how the mirror is. */
export const isKnown = (kind: VerdictKind): boolean => severityOf(kind) !== 'unknown'

const ANSWERING: ReadonlySet<VerdictKind> = new Set([
  'healthy',
  'synchronizing',
  'other-state',
  'without-status',
  'record-went-back',
  'shared-address',
  'answers-not-seen',
  'rate-limited',
  'clock-slightly-off',
  'clock-differs',
])

/** Whether the mirror answered when it was asked last, so that somebody may be cloning from it. */
export const answersNow = (kind: VerdictKind): boolean => ANSWERING.has(kind)
