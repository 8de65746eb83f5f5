import { plainOf } from '#app/text/hidden-characters.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'
import type { Verdict, VerdictKind } from './mirror-verdict.ts'

/** How serious each verdict is, and its word. One severity scale: red cannot serve, amber is degraded, grey is unknown or off. */
export const verdictWords: Record<VerdictKind, { readonly tone: Tone; readonly word: string }> = {
  unreachable: { tone: 'bad', word: 'Not reachable' },
  'timed-out': { tone: 'bad', word: 'Timed out' },
  certificate: { tone: 'bad', word: 'Certificate not trusted' },
  refused: { tone: 'bad', word: 'Refused' },
  'not-a-mirror': { tone: 'bad', word: 'Not a mirror’s answer' },
  failing: { tone: 'bad', word: 'Failing' },
  maintenance: { tone: 'bad', word: 'In maintenance' },
  'not-seen': { tone: 'bad', word: 'Not seen recently' },
  'clock-differs': { tone: 'bad', word: 'Clock differs' },
  'clock-slightly-off': { tone: 'attention', word: 'Clock slightly off' },
  'rate-limited': { tone: 'attention', word: 'Rate limited' },
  'answers-not-seen': { tone: 'attention', word: 'Not seen recently, but answers' },
  'never-seen': { tone: 'attention', word: 'Never seen' },
  'record-went-back': { tone: 'attention', word: 'Record went back' },
  'shared-address': { tone: 'attention', word: 'Shares an address' },
  'not-allowed': { tone: 'unknown', word: 'Not checked: address' },
  'other-state': { tone: 'unknown', word: 'State not known' },
  'without-status': { tone: 'unknown', word: 'Answers, state not known' },
  'check-too-old': { tone: 'unknown', word: 'Not checked recently' },
  'not-checked': { tone: 'unknown', word: 'Not checked yet' },
  unknown: { tone: 'unknown', word: 'Unknown' },
  synchronizing: { tone: 'busy', word: 'Synchronizing' },
  disabled: { tone: 'off', word: 'Disabled' },
  healthy: { tone: 'good', word: 'Healthy' },
}

/** How serious a verdict is. */
export const severityOf = (kind: VerdictKind): Tone => verdictWords[kind].tone

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

/** The word of a verdict with what belongs to it: "Synchronizing 242 of 1071", "Failing (500)". */
export const verdictWord = ({ kind, detail }: Pick<Verdict, 'kind' | 'detail'>): string => {
  const { word } = verdictWords[kind]
  if (detail === null) return word
  if (kind === 'synchronizing') return `${word} ${detail}`
  return kind === 'other-state' ? plainOf(detail.slice(0, 32)) : `${word} (${detail})`
}
