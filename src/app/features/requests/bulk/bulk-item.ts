import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import type { Decision, DecisionOutcome } from '#app/domain/request/request-decision.ts'
import { decisionDialogWords, isDone } from '#app/features/requests/decision/decision-dialog-words.ts'

/** Where one request of many stands. */
export type BulkItem =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'done' }
  /** Nothing is left to do: somebody else handled it. */
  | { readonly kind: 'settled'; readonly words: string }
  /** Nothing took effect; it can be tried again. */
  | { readonly kind: 'failed'; readonly words: string }
  /** The answer was lost and the truth could not be read: trying again only reads. */
  | { readonly kind: 'unknown'; readonly problem: Problem; readonly words: string }

/** Not tried yet. */
export const WAITING: BulkItem = { kind: 'waiting' }

/** Whether another try could bring this item further. */
export const canRetry = ({ kind }: BulkItem): boolean =>
  kind === 'failed' || kind === 'unknown' || kind === 'waiting'

/** What an outcome means for its item. */
export const itemAfter = (
  outcome: DecisionOutcome,
  decision: Decision,
  shown: MirroringRequest,
): BulkItem => {
  if (outcome.kind === 'done' || isDone(outcome, decision)) return { kind: 'done' }
  const words = decisionDialogWords(outcome, decision, shown).title
  if (outcome.kind === 'unknown') return { kind: 'unknown', problem: outcome.problem, words }
  if (outcome.kind === 'handled' || outcome.kind === 'gone') return { kind: 'settled', words }
  return { kind: 'failed', words }
}

/** What a refusal means for its item: nothing took effect. */
export const itemAfterError = (error: unknown): BulkItem => ({
  kind: 'failed',
  words: problemText[problemOf(error).kind].title,
})

/** Refusals that every other item would meet too: going on would only repeat them. */
const HALTING: ReadonlySet<Problem['kind']> = new Set([
  'offline',
  'signed-out',
  'not-permitted',
  'rate-limited',
])

/** Whether the whole run ends with this refusal. */
export const isHalting = (error: unknown): boolean => HALTING.has(problemOf(error).kind)
