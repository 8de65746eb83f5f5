import { cutText } from '#contract/cut-text.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import type { Verdict, VerdictKind } from '#health/mirror-verdict.ts'

/** The word of each verdict. */
export const verdictWords: Record<VerdictKind, string> = {
  unreachable: 'Not reachable',
  'timed-out': 'Timed out',
  certificate: 'Certificate not trusted',
  refused: 'Refused',
  'not-a-mirror': 'Not a mirror’s answer',
  failing: 'Failing',
  maintenance: 'In maintenance',
  'not-seen': 'Not seen recently',
  'clock-differs': 'Clock differs',
  'clock-slightly-off': 'Clock slightly off',
  'rate-limited': 'Rate limited',
  'answers-not-seen': 'Not seen recently, but answers',
  'never-seen': 'Never seen',
  'record-went-back': 'Record went back',
  'shared-address': 'Shares an address',
  'not-allowed': 'Not checked: address',
  'other-state': 'State not known',
  'without-status': 'Answers, state not known',
  'check-too-old': 'Not checked recently',
  'not-checked': 'Not checked yet',
  unknown: 'Unknown',
  synchronizing: 'Synchronizing',
  disabled: 'Disabled',
  healthy: 'Healthy',
}

/** The word of a verdict with what belongs to it: "Synchronizing 242 of 1071", "Failing (500)". */
export const verdictWord = ({ kind, detail }: Pick<Verdict, 'kind' | 'detail'>): string => {
  const word = verdictWords[kind]
  if (detail === null) return word
  if (kind === 'synchronizing') return `${word} ${detail}`
  return kind === 'other-state' ? plainOf(cutText(detail, 32)) : `${word} (${detail})`
}
