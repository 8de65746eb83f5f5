import type { ProbeFailure } from '#contract/probe.ts'
import { availabilityWords } from '#app/domain/availability/availability-words.ts'
import { problemText } from '#app/api/problem-text.ts'
import { numberText } from '#app/text/number-text.ts'
import type { CloneFacts, CloneRule, Finding } from './clone-check.ts'

/** How far a question to the mirror came. */
type Contact = 'not-asked' | 'not-reached' | 'refused' | 'other-answer' | 'no-answer' | 'answered'

const contactAfter: Record<ProbeFailure, Contact> = {
  'no-link': 'not-asked',
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

/** How far the question came, as far as anybody asked. */
const contactOf = ({ probe }: Pick<CloneFacts, 'probe'>): Contact => {
  if (probe.kind !== 'read') return 'not-asked'
  return probe.value.kind === 'answered' ? 'answered' : contactAfter[probe.value.failure]
}

/** Why there is no answer although nothing is known to be wrong with the mirror. */
const notAskedFinding = ({ probe }: CloneFacts): Finding => {
  if (probe.kind === 'failed') {
    return {
      verdict: 'unknown',
      evidence: `${problemText[probe.problem].title}, so the mirror was not asked.`,
      nextStep: problemText[probe.problem].meaning,
    }
  }
  if (probe.kind === 'not-yet' || probe.value.kind === 'answered') {
    return {
      verdict: 'unknown',
      evidence: 'The mirror has not answered yet, or was not asked.',
      nextStep: 'Close this dialog, ask the mirror, then open it again.',
    }
  }
  return {
    verdict: 'unknown',
    evidence: 'The console did not ask the mirror.',
    nextStep: availabilityWords(probe.value).meaning,
  }
}

const tookText = ({ probe }: CloneFacts): string =>
  probe.kind === 'read' ? `in ${numberText(Math.round(probe.value.tookMs))} ms` : ''

const failureFinding = ({ probe }: CloneFacts): Finding => {
  if (probe.kind !== 'read' || probe.value.kind !== 'failed') return { verdict: 'unknown', evidence: '' }
  const { word, meaning } = availabilityWords(probe.value)
  const { status, detail } = probe.value
  const facts = [status === null ? '' : `HTTP status ${status}`, detail ?? ''].filter((fact) => fact !== '')
  return {
    verdict: 'failed',
    evidence: `${word}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}.`,
    nextStep: meaning,
  }
}

/** Rules over the way to the mirror. */
export const contactRules: readonly CloneRule[] = [
  {
    claim: 'You can reach the mirror',
    // The document policy lets the browser connect to nobody but the gateway.
    judge: ({ mirror }) => ({
      verdict: 'unknown',
      evidence: 'The console cannot check this: its page may not connect to mirrors.',
      nextStep:
        mirror.baseUrl === null
          ? 'Bitbucket lists no address for this mirror. Ask its administrator.'
          : `Open ${mirror.baseUrl} in this browser, on the network from which you clone.`,
    }),
  },
  {
    claim: "The console's server can reach the mirror",
    judge: (facts) => {
      const contact = contactOf(facts)
      if (contact === 'not-asked') return notAskedFinding(facts)
      if (contact === 'not-reached') return failureFinding(facts)
      return { verdict: 'passed', evidence: `Something at its address answered ${tookText(facts)}.` }
    },
  },
  {
    claim: 'The mirror accepts the signed link',
    judge: (facts) => {
      switch (contactOf(facts)) {
        case 'answered':
          return { verdict: 'passed', evidence: 'It answered the question about this repository.' }
        case 'refused':
        case 'other-answer':
          return failureFinding(facts)
        case 'no-answer':
          return { verdict: 'skipped', evidence: 'The mirror said nothing about the link.' }
        case 'not-asked':
        case 'not-reached':
          return { verdict: 'skipped', evidence: 'The mirror was not reached.' }
      }
    },
  },
  {
    claim: 'The mirror answers about this repository',
    judge: (facts) => {
      const contact = contactOf(facts)
      if (contact === 'no-answer') return failureFinding(facts)
      return contact === 'answered'
        ? { verdict: 'passed', evidence: 'It answered about this repository.' }
        : { verdict: 'skipped', evidence: 'The mirror gave no answer to judge this by.' }
    },
  },
]
