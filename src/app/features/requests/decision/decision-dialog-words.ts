import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision, DecisionOutcome } from '#app/domain/request/request-decision.ts'
import type { OutcomeWords } from '#app/ui/dialog/write-outcome.tsx'
import { requestStateWords } from '#app/features/requests/list/request-state-words.ts'

/** The past participle of each decision. */
const doneWord: Record<Decision, string> = { accept: 'accepted', reject: 'rejected', delete: 'deleted' }

/** Whether an outcome may be told as the work of whoever decided: it was confirmed, or read back after a lost answer. */
export const isDone = (outcome: DecisionOutcome, decision: Decision): boolean => {
  if (outcome.kind === 'done') return true
  if (outcome.kind === 'gone') return decision === 'delete' && outcome.mayBeOurs
  if (outcome.kind !== 'handled' || !outcome.mayBeOurs) return false
  return outcome.request.state === (decision === 'accept' ? 'ACCEPTED' : 'REJECTED')
}

/** Whether nothing is left to decide about the request. */
export const isOver = (outcome: DecisionOutcome | null): boolean =>
  outcome?.kind === 'done' || outcome?.kind === 'handled' || outcome?.kind === 'gone'

/** The result of a decision, as it is announced. */
export const doneWords = (name: string, decision: Decision): string =>
  decision === 'delete' ? `The request of ${name} was deleted` : `${name} was ${doneWord[decision]}`

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
  'state',
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
  outcome: Extract<DecisionOutcome, { kind: 'handled' }>,
  decision: Decision,
): OutcomeWords => {
  const { request } = outcome
  const word = requestStateWords(request.state).word.toLowerCase()
  if (isDone(outcome, decision)) {
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

const goneWords = (
  { mayBeOurs }: Extract<DecisionOutcome, { kind: 'gone' }>,
  decision: Decision,
): OutcomeWords => {
  if (decision === 'delete') {
    return mayBeOurs
      ? {
          title: 'This request is deleted now',
          meaning: 'The answer was lost, so Bitbucket was asked again, and it no longer knows this request.',
        }
      : {
          title: 'This request was already deleted by someone else',
          meaning: 'There was nothing left to delete.',
        }
  }
  return {
    title: 'This request no longer exists',
    meaning: mayBeOurs
      ? `The answer to your decision was lost. Look at the mirror servers to see whether it was ${doneWord[decision]} before it was deleted.`
      : `Somebody deleted it, or it is no longer there. Nothing was ${doneWord[decision]}.`,
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
      return goneWords(outcome, decision)
    case 'not-done':
      return decision === 'delete'
        ? {
            title: 'The request is still there',
            meaning: 'Bitbucket did not confirm the deletion and still knows the request. Try again.',
          }
        : {
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
