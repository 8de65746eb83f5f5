import { cutText } from '#contract/cut-text.ts'
import type { MirroredRepository } from '#contract/mirrored-repository.ts'
import type { ProbeResult } from '#contract/probe.ts'
import {
  type AvailabilityWords,
  availabilityWords,
  isServing,
} from '#app/domain/availability/availability-words.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { cloneAddressCan } from '#app/domain/repository/clone-address-can.ts'
import { type CloneRule, type Finding, found } from './clone-check.ts'

/** A rule over the mirror's answer; without an answer it is skipped. */
const overAnswer =
  (
    judge: (answer: MirroredRepository, result: ProbeResult, words: AvailabilityWords) => Finding,
  ): CloneRule['judge'] =>
  ({ probe }) =>
    probe.kind === 'read' && probe.value.kind === 'answered'
      ? judge(probe.value.answer, probe.value, availabilityWords(probe.value))
      : found.skipped('The mirror gave no answer to judge this by.')

const protocolsOf = ({ cloneUrls }: MirroredRepository): Finding => {
  const usable = cloneUrls.filter(({ href }) => cloneAddressCan.quote(href).isAllowed)
  const names = [...new Set(usable.map(({ name }) => plainOf(cutText(name, 16))))].join(' and ')
  if (usable.length > 0) return found.passed(`It offers ${names}.`)
  return cloneUrls.length > 0
    ? found.failed(
        'It offers only addresses that are not safe to hand to git.',
        "Report it to the mirror's administrator. Clone from the primary meanwhile.",
      )
    : found.failed(
        'It offers no address to clone from.',
        'Check on the mirror that http or ssh is switched on.',
      )
}

/** Rules over what the mirror says about the repository. */
export const answerRules: readonly CloneRule[] = [
  {
    claim: 'The project is mirrored',
    judge: overAnswer(({ status }, result, { meaning }) => {
      if (status === 'NOT_MIRRORED') {
        return found.failed(
          'The mirror says that it does not mirror this repository.',
          'Ask the administrator of the mirror to add the project, or clone from the primary.',
        )
      }
      return status === null && !isServing(result)
        ? found.unknown('The mirror sent no state.', meaning)
        : found.passed('The mirror knows this repository.')
    }),
  },
  {
    claim: 'The first copy is complete',
    judge: overAnswer(({ status }, _result, { meaning }) => {
      if (status === 'NOT_MIRRORED') return found.skipped('It is not mirrored.')
      return status === 'INITIALIZING'
        ? found.failed('The mirror is making its first copy right now.', meaning)
        : found.passed('The mirror is not initializing.')
    }),
  },
  {
    claim: 'The mirror reports no error',
    judge: overAnswer(({ status }, _result, { meaning, tone }) => {
      if (status === 'ERROR_INITIALIZING') return found.failed('Its first copy failed.', meaning)
      if (status === 'ERROR_AVAILABLE') {
        return found.doubtful('It serves the repository but fails to update it.', meaning)
      }
      // Where state and availability contradict each other, or the state is a new word, nothing is concluded.
      return tone === 'unknown'
        ? found.unknown(`Its state is "${plainOf(cutText(status ?? 'none', 32))}".`, meaning)
        : found.passed('Its state is no error.')
    }),
  },
  {
    claim: 'A protocol is offered',
    judge: overAnswer((answer, result) =>
      isServing(result) ? protocolsOf(answer) : found.skipped('The mirror does not serve the repository.'),
    ),
  },
]
