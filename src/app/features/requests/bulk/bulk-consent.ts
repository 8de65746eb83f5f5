import type { Decision } from '#app/domain/request/request-decision.ts'
import { mustType } from './bulk-limits.ts'
import { bulkVerbWord } from './bulk-words.ts'
import { isTypedCount } from './typed-count.ts'

/** What a person did before many requests are decided. */
export type BulkConsent = {
  /** Ticked that the mirrors were expected. */
  readonly isExpected: boolean
  readonly typed: string
}

/** What is still to do before so many may be decided; `null` for nothing. */
export const missingConsent = (
  { isExpected, typed }: BulkConsent,
  count: number,
  decision: Decision,
): string | null => {
  const verb = bulkVerbWord[decision].toLowerCase()
  if (decision === 'accept' && !isExpected) return `Tick the box above to ${verb}.`
  return mustType(count, decision) && !isTypedCount(typed, count) ? `Type the number above to ${verb}.` : null
}
