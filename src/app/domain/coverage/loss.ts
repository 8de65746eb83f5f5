import { isAbsentCode, isServingCode } from './coverage-verdict.ts'

/** What it means for a project or a repository when mirrors go. */
export type Loss =
  /** One of those that go serves it, and every other mirror said that it does not. */
  | 'loses'
  /** Another mirror serves it. */
  | 'kept'
  /** Those that go said that they do not serve it. */
  | 'not-here'
  /** Nothing of that is known, since not every mirror was asked. */
  | 'unchecked'
  /** Nothing of that is known, although every mirror was asked. */
  | 'unclear'

/**
 * What it means when mirrors go, by the codes of all mirrors.
 *
 * @param isGone for each of them, 1 where it goes.
 * @param isFleetWhole whether these are all mirrors: one that is not among them may serve what all others lack.
 */
export const lossOf = (codes: Uint8Array, isGone: Uint8Array, isFleetWhole: boolean): Loss => {
  let isServedHere = false
  let isAbsentHere = true
  let isServedElsewhere = false
  let isAbsentElsewhere = true
  for (const [index, code] of codes.entries()) {
    const isServing = isServingCode(code)
    const isAbsent = isAbsentCode(code)
    if (isGone[index] === 1) {
      isServedHere ||= isServing
      isAbsentHere &&= isAbsent
    } else {
      isServedElsewhere ||= isServing
      isAbsentElsewhere &&= isAbsent
    }
  }
  if (isAbsentHere) return 'not-here'
  if (isServedElsewhere) return 'kept'
  if (isServedHere && isAbsentElsewhere && isFleetWhole) return 'loses'
  return codes.includes(0) ? 'unchecked' : 'unclear'
}
