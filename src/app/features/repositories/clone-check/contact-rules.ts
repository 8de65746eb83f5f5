import type { ProbeFailure } from '#contract/probe.ts'
import { availabilityWords } from '#app/domain/availability/availability-words.ts'
import { problemText } from '#app/api/problem-text.ts'
import { numberText } from '#app/text/number-text.ts'
import { type CloneFacts, type CloneRule, type Finding, found } from './clone-check.ts'

/** How far a question to the mirror came. */
type Contact = 'not-asked' | 'not-reached' | 'refused' | 'other-answer' | 'no-answer' | 'answered'

const contactAfter: Record<ProbeFailure, Contact> = {
  'no-link': 'not-asked',
  'incomplete-list': 'not-asked',
  'foreign-link': 'not-asked',
  'other-scheme': 'not-asked',
  'other-port': 'not-asked',
  'forbidden-address': 'not-asked',
  busy: 'not-asked',
  unreachable: 'not-reached',
  'timed-out': 'not-reached',
  certificate: 'not-reached',
  refused: 'refused',
  redirected: 'other-answer',
  'too-large': 'other-answer',
  maintenance: 'no-answer',
  'rate-limited': 'no-answer',
  failing: 'no-answer',
  'unknown-repository': 'no-answer',
  'other-repository': 'no-answer',
  unreadable: 'other-answer',
}

/** How far the question came, where one was sent. */
const contactOf = ({ probe }: Pick<CloneFacts, 'probe'>): Contact => {
  if (probe.kind !== 'read') return 'not-asked'
  return probe.value.kind === 'answered' ? 'answered' : contactAfter[probe.value.failure]
}

/** Why there is no answer although nothing is known to be wrong with the mirror. */
const notAskedFinding = ({ probe }: CloneFacts): Finding => {
  if (probe.kind === 'failed') {
    const { title, meaning } = problemText[probe.problem]
    return found.unknown(`${title}, so the mirror was not asked.`, meaning)
  }
  return probe.kind === 'not-yet' || probe.value.kind === 'answered'
    ? found.unknown(
        'The mirror has not answered yet, or was not asked.',
        'Close this dialog, ask the mirror, then open it again.',
      )
    : found.unknown('The console did not ask the mirror.', availabilityWords(probe.value).meaning)
}

const tookText = ({ probe }: CloneFacts): string =>
  probe.kind === 'read' ? `in ${numberText(Math.round(probe.value.tookMs))} ms` : ''

const failureFinding = ({ probe }: CloneFacts): Finding => {
  if (probe.kind !== 'read' || probe.value.kind !== 'failed') return found.unknown('')
  const { word, meaning } = availabilityWords(probe.value)
  const { status, detail } = probe.value
  const facts = [status === null ? '' : `HTTP status ${status}`, detail ?? ''].filter((fact) => fact !== '')
  return found.failed(`${word}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}.`, meaning)
}

/** Rules over the way to the mirror. */
export const contactRules: readonly CloneRule[] = [
  {
    claim: 'You can reach the mirror',
    // The document policy lets the browser connect to the gateway only.
    judge: ({ mirror }) =>
      found.unknown(
        'The console cannot check this: its page may not connect to mirrors.',
        mirror.baseUrl === null
          ? 'Bitbucket lists no address for this mirror. Ask its administrator.'
          : `Open ${mirror.baseUrl} in this browser, on the network from which you clone.`,
      ),
  },
  {
    claim: "The console's server can reach the mirror",
    judge: (facts) => {
      const contact = contactOf(facts)
      if (contact === 'not-asked') return notAskedFinding(facts)
      if (contact === 'not-reached') return failureFinding(facts)
      return found.passed(`Something at its address answered ${tookText(facts)}.`)
    },
  },
  {
    claim: 'The mirror accepts the signed link',
    judge: (facts) => {
      switch (contactOf(facts)) {
        case 'answered':
          return found.passed('It answered the question about this repository.')
        case 'refused':
        case 'other-answer':
          return failureFinding(facts)
        case 'no-answer':
          return found.skipped('The mirror said nothing about the link.')
        case 'not-asked':
        case 'not-reached':
          return found.skipped('The mirror was not reached.')
      }
    },
  },
  {
    claim: 'The mirror answers about this repository',
    judge: (facts) => {
      const contact = contactOf(facts)
      if (contact === 'no-answer') return failureFinding(facts)
      return contact === 'answered'
        ? found.passed('It answered about this repository.')
        : found.skipped('The mirror gave no answer to judge this by.')
    },
  },
]
