import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { tookEffect } from '#app/api/confirmed-write.ts'
import {
  type Decision,
  type DecisionOutcome,
  type DecisionSubject,
  isOpen,
} from '#app/domain/request/request-decision.ts'
import { type OutcomeWords, writeRefusal, type WriteWords } from '#app/ui/dialog/write-words.ts'
import { requestStateWords } from '#app/features/requests/list/request-state-words.ts'

/** The past participle of each decision. */
const doneWord: Record<Decision, string> = { accept: 'accepted', reject: 'rejected', delete: 'deleted' }

/** Whether nothing is left to decide about the request. */
export const isOver = (outcome: DecisionOutcome | null, decision: Decision): boolean =>
  outcome !== null &&
  (tookEffect(outcome) ||
    outcome.kind === 'gone' ||
    (outcome.kind === 'changed' && !isOpen(outcome.truth, decision)))

/** The result of a decision, as it is announced. */
export const doneWords = (name: string, decision: Decision): string =>
  decision === 'delete' ? `The request of ${name} was deleted` : `${name} was ${doneWord[decision]}`

const FACTS: readonly (readonly [keyof MirroringRequest, string])[] = [
  ['state', 'state'],
  ['mirrorName', 'name'],
  ['mirrorBaseUrl', 'address'],
  ['mirrorId', 'mirror id'],
  ['mirrorType', 'type'],
  ['productVersion', 'version'],
  ['productType', 'product type'],
  ['addonDescriptorUri', 'add-on descriptor'],
]

const changedFacts = (before: MirroringRequest, now: MirroringRequest): string =>
  FACTS.flatMap(([fact, words]) => (before[fact] === now[fact] ? [] : [words])).join(', ')

const handledWords = (request: MirroringRequest): OutcomeWords => {
  const word = requestStateWords(request.state).word.toLowerCase()
  const isKnown = request.state === 'ACCEPTED' || request.state === 'REJECTED'
  return {
    title: `This request was already ${isKnown ? word : 'handled'} by someone else`,
    meaning: `Your decision changed nothing. Its state is now: ${word}.`,
  }
}

/** What the dialog says about each outcome. It closes when the decision is confirmed. */
export const decisionWords: WriteWords<DecisionSubject, MirroringRequest, MirrorServer | null> = {
  done: null,
  found: ({ truth }) =>
    truth === null
      ? {
          title: 'This request is deleted now',
          meaning: 'The answer was lost, so Bitbucket was asked again, and it no longer knows this request.',
        }
      : {
          title: `This request is ${requestStateWords(truth.state).word.toLowerCase()} now`,
          meaning:
            'The answer to your decision was lost, so Bitbucket was asked again, and this is the state now.',
        },
  changed: ({ truth }, { shown, decision }) =>
    isOpen(truth, decision)
      ? {
          title: `This request changed in the meantime; nothing was ${doneWord[decision]}`,
          meaning: `What changed: ${changedFacts(shown, truth)}. Check it as it is now and decide again.`,
        }
      : handledWords(truth),
  gone: ({ mayBeOurs }, { decision }) =>
    decision === 'delete'
      ? {
          title: 'This request was already deleted by someone else',
          meaning: 'There was nothing left to delete.',
        }
      : {
          title: 'This request no longer exists',
          meaning: mayBeOurs
            ? `The answer to your decision was lost. Check the mirror servers to see whether it was ${doneWord[decision]} before it was deleted.`
            : `It was deleted, or is no longer there. Nothing was ${doneWord[decision]}.`,
        },
  'not-done': (_outcome, { decision }) =>
    decision === 'delete'
      ? {
          title: 'The request is still there',
          meaning: 'Bitbucket did not confirm the deletion and still knows the request. Try again.',
        }
      : {
          title: 'The request is still pending',
          meaning:
            'Bitbucket did not confirm your decision and still lists the request as pending. Decide again.',
        },
  unknown: (_outcome, { decision }) => ({
    title: 'Outcome unknown',
    meaning: `The answer was lost, and what became of the request could not be read. It may have been ${doneWord[decision]} or not.`,
  }),
  refused: (problem, { decision }) => writeRefusal(problem, `${decision} mirroring requests`),
}
