import type { Decision } from '#app/domain/request/request-decision.ts'
import { numberText } from '#app/text/number-text.ts'

/** How far one bulk decision goes. */
type BulkLimits = {
  /** So many at once; further ones are left out. `null` for any number. */
  readonly most: number | null
  /** Above so many, the number must be typed: a click is too little for what it does. */
  readonly typedAbove: number
}

/**
 * The limits of each decision. An accepted mirror is handed credentials, so a person must be able to look over all that
 * are accepted; a deleted request cannot be brought back; a rejected mirror can ask again.
 */
export const bulkLimits: Record<Decision, BulkLimits> = {
  accept: { most: 100, typedAbove: 25 },
  reject: { most: null, typedAbove: 100 },
  delete: { most: null, typedAbove: 25 },
}

/** Why a request is left out that could be taken. */
export const overLimitWords = (most: number): string =>
  `At most ${numberText(most)} at once. These stay selected and can be taken next.`

/** Whether the number of so many must be typed. */
export const mustType = (count: number, decision: Decision): boolean =>
  count > bulkLimits[decision].typedAbove
