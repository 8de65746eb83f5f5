import type { SheetFacts } from '#app/browser/printing.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { numberText } from '#app/text/number-text.ts'

/**
 * Rows of a list that are printed: some fifty sheets of paper. More of them would hold the browser for seconds before its
 * print dialog opens, and on paper they are not read.
 */
export const SHEET_ROWS = 2000

/**
 * What of a list is on the paper, in words: that it is not the whole list, and what was searched for. Empty for a whole
 * list without a search.
 */
export const sheetWords = ({ noun, rows, of, hasMore, search, isNarrowed, why }: SheetFacts): string => {
  const printed = Math.min(rows, SHEET_ROWS)
  const matching = isNarrowed ? ' that match' : ''
  // Where the list goes on, at least one more row is there; whether it matches, is not known.
  const known = !hasMore ? '' : isNarrowed ? 'at least ' : 'more than '
  const isPart = hasMore || printed < of
  return [
    search === '' ? '' : `Search: “${plainOf(search)}”.`,
    isPart ? `${numberText(printed)} of ${known}${numberText(of)} ${noun}${matching}.` : '',
    isPart ? (why ?? 'For the whole list, export CSV.') : '',
  ]
    .filter((words) => words !== '')
    .join(' ')
}
