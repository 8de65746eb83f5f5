import type { MirroredRepository } from '#contract/mirrored-repository.ts'
import { availabilityWords, isServing } from '#app/domain/availability/availability-words.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { cloneAddressCan } from '#app/domain/repository/clone-address-can.ts'
import type { CloneFacts, CloneRule, Finding } from './clone-check.ts'

const SKIPPED: Finding = { verdict: 'skipped', evidence: 'The mirror gave no answer to judge this by.' }

const answerOf = ({ probe }: CloneFacts): MirroredRepository | null =>
  probe.kind === 'read' && probe.value.kind === 'answered' ? probe.value.answer : null

/** A rule over the mirror's answer; without an answer it is skipped. */
const overAnswer =
  (judge: (answer: MirroredRepository, facts: CloneFacts) => Finding): CloneRule['judge'] =>
  (facts) => {
    const answer = answerOf(facts)
    return answer === null ? SKIPPED : judge(answer, facts)
  }

const meaningOf = ({ probe }: CloneFacts): string =>
  probe.kind === 'read' ? availabilityWords(probe.value).meaning : ''

const protocolsOf = ({ cloneUrls }: MirroredRepository): Finding => {
  const usable = cloneUrls.filter(({ href }) => cloneAddressCan.quote(href).isAllowed)
  const names = [...new Set(usable.map(({ name }) => plainOf(name.slice(0, 16))))].join(' and ')
  if (usable.length > 0) return { verdict: 'passed', evidence: `It offers ${names}.` }
  return cloneUrls.length > 0
    ? {
        verdict: 'failed',
        evidence: 'It offers only addresses that are not safe to hand to git.',
        nextStep: 'Tell whoever runs the mirror. Clone from the primary meanwhile.',
      }
    : {
        verdict: 'failed',
        evidence: 'It offers no address to clone from.',
        nextStep: 'Check on the mirror that http or ssh is switched on.',
      }
}

/** Rules over what the mirror says about the repository. */
export const answerRules: readonly CloneRule[] = [
  {
    claim: 'The project is mirrored',
    judge: overAnswer(({ status }, facts) => {
      if (status === 'NOT_MIRRORED') {
        return {
          verdict: 'failed',
          evidence: 'The mirror says that it does not mirror this repository.',
          nextStep: 'Ask the administrator of the mirror to add the project, or clone from the primary.',
        }
      }
      return status === null && facts.probe.kind === 'read' && !isServing(facts.probe.value)
        ? { verdict: 'unknown', evidence: 'The mirror sent no state.', nextStep: meaningOf(facts) }
        : { verdict: 'passed', evidence: 'The mirror knows this repository.' }
    }),
  },
  {
    claim: 'The first copy is complete',
    judge: overAnswer(({ status }, facts) => {
      if (status === 'NOT_MIRRORED') return { verdict: 'skipped', evidence: 'It is not mirrored.' }
      return status === 'INITIALIZING'
        ? {
            verdict: 'failed',
            evidence: 'The mirror is making its first copy right now.',
            nextStep: meaningOf(facts),
          }
        : { verdict: 'passed', evidence: 'The mirror is not initializing.' }
    }),
  },
  {
    claim: 'The mirror reports no error',
    judge: overAnswer(({ status }, facts) => {
      const nextStep = meaningOf(facts)
      if (status === 'ERROR_INITIALIZING') {
        return { verdict: 'failed', evidence: 'Its first copy failed.', nextStep }
      }
      if (status === 'ERROR_AVAILABLE') {
        return { verdict: 'doubtful', evidence: 'It serves the repository but fails to update it.', nextStep }
      }
      // Where state and availability contradict each other, or the state is a new word, nothing is concluded.
      return facts.probe.kind === 'read' && availabilityWords(facts.probe.value).tone === 'unknown'
        ? {
            verdict: 'unknown',
            evidence: `Its state is "${plainOf((status ?? 'none').slice(0, 32))}".`,
            nextStep,
          }
        : { verdict: 'passed', evidence: 'Its state is no error.' }
    }),
  },
  {
    claim: 'A protocol is offered',
    judge: overAnswer((answer, facts) =>
      facts.probe.kind === 'read' && !isServing(facts.probe.value)
        ? { verdict: 'skipped', evidence: 'The mirror does not serve the repository.' }
        : protocolsOf(answer),
    ),
  },
]
