import { tookEffect } from '#app/api/confirmed-write.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import { problemTraits } from '#app/api/problem-traits.ts'
import { problemText } from '#app/api/problem-text.ts'
import type { DecisionOutcome, DecisionSubject } from '#app/domain/request/request-decision.ts'
import { outcomeWords } from '#app/ui/dialog/write-words.ts'
import { decisionWords, isOver } from '#app/features/requests/decision/decision-dialog-words.ts'

/** The state of one request of many. */
export type BulkItem =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'done' }
  /** Nothing is left to do: someone else handled it. */
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
export const itemAfter = (outcome: DecisionOutcome, subject: DecisionSubject): BulkItem => {
  if (tookEffect(outcome)) return { kind: 'done' }
  const words = outcomeWords(decisionWords, outcome, subject)?.title ?? ''
  if (outcome.kind === 'unknown') return { kind: 'unknown', problem: outcome.problem, words }
  return { kind: isOver(outcome, subject.decision) ? 'settled' : 'failed', words }
}

/** What a refusal means for its item: nothing took effect. */
export const itemAfterError = (error: unknown): BulkItem => ({
  kind: 'failed',
  words: problemText[problemOf(error).kind].title,
})

/** Whether the whole run ends with this refusal: every other item would meet it too. */
export const isHalting = (error: unknown): boolean => problemTraits[problemOf(error).kind].isGeneral
