import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision, DecisionOutcome } from '#app/data/request-decision.ts'
import { requestStateWords } from './request-state-words.ts'

/** What the dialog says about an outcome that keeps it open. */
export type OutcomeWords = { readonly title: string; readonly meaning: string }

/** The past participle of each decision. */
export const doneWord: Record<Decision, string> = { accept: 'accepted', reject: 'rejected' }

/** The state that a request is in after each decision. */
export const stateAfter: Record<Decision, string> = { accept: 'ACCEPTED', reject: 'REJECTED' }

const factNames: Readonly<Record<keyof MirroringRequest, string>> = {
  id: 'request id',
  state: 'state',
  mirrorName: 'name',
  mirrorId: 'mirror id',
  mirrorBaseUrl: 'address',
  mirrorType: 'type',
  productType: 'product type',
  productVersion: 'version',
  addonDescriptorUri: 'add-on descriptor',
}

const FACTS = [
  'mirrorName',
  'mirrorBaseUrl',
  'mirrorId',
  'mirrorType',
  'productVersion',
  'productType',
  'addonDescriptorUri',
] as const

const changedFacts = (before: MirroringRequest, now: MirroringRequest): string =>
  FACTS.filter((fact) => before[fact] !== now[fact])
    .map((fact) => factNames[fact])
    .join(', ')

const handledWords = (
  { request, mayBeOurs }: Extract<DecisionOutcome, { kind: 'handled' }>,
  decision: Decision,
): OutcomeWords => {
  const word = requestStateWords(request.state).word.toLowerCase()
  if (mayBeOurs && request.state === stateAfter[decision]) {
    return {
      title: `This request is ${word} now`,
      meaning: 'The answer to your decision was lost, so Bitbucket was asked again, and this is the truth.',
    }
  }
  const isKnown = request.state === 'ACCEPTED' || request.state === 'REJECTED'
  return {
    title: isKnown
      ? `This request was already ${word} by someone else`
      : 'This request was already handled by someone else',
    meaning: `Your decision changed nothing. Its state is now: ${word}.`,
  }
}

/**
 * Tells an outcome that was not simply "done".
 *
 * @param shown the request as it was shown when the decision was made.
 */
export const decisionDialogWords = (
  outcome: Exclude<DecisionOutcome, { kind: 'done' }>,
  decision: Decision,
  shown: MirroringRequest,
): OutcomeWords => {
  const done = doneWord[decision]
  switch (outcome.kind) {
    case 'changed':
      return {
        title: `This request changed while you looked at it; nothing was ${done}`,
        meaning: `What changed: ${changedFacts(shown, outcome.request)}. Look at it as it is now and decide again.`,
      }
    case 'handled':
      return handledWords(outcome, decision)
    case 'gone':
      return {
        title: 'This request no longer exists',
        meaning: outcome.mayBeOurs
          ? `The answer to your decision was lost. Look at the mirror servers to see whether it was ${done} before it was deleted.`
          : `Somebody deleted it, or it is no longer there. Nothing was ${done}.`,
      }
    case 'not-done':
      return {
        title: 'The request is still pending',
        meaning:
          'Bitbucket did not confirm your decision and still lists the request as pending. Decide again.',
      }
    case 'unknown':
      return {
        title: 'Outcome unknown',
        meaning: `The answer was lost, and what became of the request could not be read. It may have been ${done} or not.`,
      }
  }
}
