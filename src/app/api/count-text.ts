import { numberText } from '#app/text/number-text.ts'
import { isWhole, type Listing } from './presence.ts'

/** How many rows a list has, as far as that is known: "at least 4,200" of one that may have more. */
export const countText = (list: Listing<unknown>): string => {
  const count = numberText(list.rows.length)
  return isWhole(list) ? count : `at least ${count}`
}
