import { isReadToEnd, type Listing } from '#app/api/presence.ts'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { allShownWords, AT_ONCE } from './row-select.ts'

/** The next larger selection that is offered. */
export type SelectionOffer = {
  readonly step: 'shown' | 'all'
  /** The button. */
  readonly words: string
  /** Why it cannot be taken; `null` where it can. */
  readonly why: string | null
}

/**
 * What can be selected beyond what is: first what is shown, up to a number that a person can look over, then all that
 * match. Only a list that was read to its end can be selected as a whole. `null` where nothing is left to select.
 *
 * @param free how many of the shown rows can be selected.
 * @param chosen how many of those are.
 */
export const selectionOfferOf = (
  list: Listing<unknown>,
  { free, chosen }: { readonly free: number; readonly chosen: number },
): SelectionOffer | null => {
  if (chosen < Math.min(free, AT_ONCE)) return { step: 'shown', words: allShownWords(free), why: null }
  if (isReadToEnd(list)) {
    if (chosen >= free) return null
    // Rows that cannot be read may match too, and cannot be selected.
    const readable = list.unreadable.length > 0 ? 'readable ' : ''
    return { step: 'all', words: `Select all ${numberText(free)} ${readable}that match`, why: null }
  }
  const rest = list.fault === null ? 'the rest is not read' : 'Bitbucket did not give the whole list'
  return {
    step: 'all',
    words: 'Select all that match',
    why: `At least ${counted(free, 'matches', 'match')}; ${rest}.`,
  }
}
