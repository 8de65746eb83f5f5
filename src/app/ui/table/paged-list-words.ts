import type { PagingFault } from '#contract/paging.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { numberText } from '#app/text/number-text.ts'

const faultText: Record<PagingFault, string> = {
  'no-next-start': 'Bitbucket says that there is more but not where it starts. The list may be incomplete.',
  'not-forward': 'Bitbucket points back to rows that were read already. The list may be incomplete.',
  'last-names-next': 'Bitbucket calls a page the last one and names a later one. The list may be incomplete.',
  repeats: 'Bitbucket sends the same rows for every page. The list may be incomplete.',
  endless: 'Bitbucket sends one page after another without a row. The list may be incomplete.',
  changed: 'The list changed again and again while it was read. It may be incomplete.',
  'too-long': 'Bitbucket has more pages than the console reads. The list is incomplete.',
}

/**
 * How much of a list was read and what is wrong with it, in words: nothing is cut off silently.
 *
 * @param noun what is counted, in the plural.
 * @param shown how many of the loaded rows the filter lets through.
 * @param hasMore whether the server has more than was asked for so far.
 */
export const pagedListWords = (
  { rows, duplicates, unreadable, fault }: PagedList<unknown>,
  { noun, shown, hasMore = false }: { noun: string; shown: number; hasMore?: boolean },
): string => {
  const loaded = rows.length
  const parts = [
    shown < loaded
      ? `${numberText(shown)} of ${numberText(loaded)} loaded ${noun} shown`
      : `${numberText(loaded)} ${noun} loaded`,
    hasMore ? 'more on the server' : '',
    duplicates > 0 ? `${numberText(duplicates)} sent twice and shown once` : '',
    unreadable.length > 0 ? `${numberText(unreadable.length)} unreadable` : '',
  ]
  return `${parts.filter((part) => part !== '').join(', ')}.${fault ? ` ${faultText[fault]}` : ''}`
}
