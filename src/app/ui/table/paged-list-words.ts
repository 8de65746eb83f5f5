import type { PagingFault } from '#contract/paging.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import type { ListReading } from '#app/api/reading/list-reading.ts'
import { numberText } from '#app/text/number-text.ts'
import { timeOfDay } from '#app/text/time-of-day.ts'

const faultText: Record<PagingFault, string> = {
  'no-next-start': 'Bitbucket says that there is more but not where it starts. The list may be incomplete.',
  'not-forward': 'Bitbucket points back to rows that were read already. The list may be incomplete.',
  'last-names-next': 'Bitbucket calls a page the last one and names a later one. The list may be incomplete.',
  repeats: 'Bitbucket sends the same rows for every page. The list may be incomplete.',
  endless: 'Bitbucket sends one page after another without a new row. The list may be incomplete.',
  changed: 'The list changed again and again while it was read. It may be incomplete.',
  'too-long': 'Bitbucket has more pages than the console reads. The list is incomplete.',
}

/** What happens to the rest of a list, as a sentence; empty where there is nothing to say. */
export const readingWords = (reading: ListReading): string => {
  switch (reading.kind) {
    case 'ended':
    case 'part':
      return ''
    case 'more':
      return 'Reading more.'
    case 'rest':
      return 'Reading the rest.'
    case 'waiting':
      return `Bitbucket asked to wait. Reading goes on at ${timeOfDay(reading.until)}.`
    case 'stopped':
      return 'Reading was stopped.'
    case 'failed':
      return `The rest was not read. ${problemText[problemOf(reading.error).kind].title}.`
    case 'again':
      return 'Reading the list again.'
  }
}

/** What a list is described by, beside its rows. */
export type ListWordsFacts = {
  /** What is counted, in the plural. */
  readonly noun: string
  /** How many of the rows that were read the filter lets through. */
  readonly shown: number
  readonly reading: ListReading
  readonly isSorted?: boolean
  /** Whether the list is known to have changed after it was read. */
  readonly isOld?: boolean
}

/**
 * How much of a list was read, what happens to the rest, and what is wrong with it, in words: nothing is cut off silently,
 * and what is counted while the list grows is called so.
 */
export const pagedListWords = (
  { rows, duplicates, unreadable, fault, hasMore, hasChanged = false }: PagedList<unknown>,
  { noun, shown, reading, isSorted = false, isOld = false }: ListWordsFacts,
): string => {
  const count = numberText(rows.length)
  const isNarrowed = shown < rows.length
  const whole = isNarrowed
    ? `${numberText(shown)} of ${count} loaded ${noun} shown`
    : `${count} ${noun} loaded`
  const part = isNarrowed
    ? `${numberText(shown)} of at least ${count} ${noun} shown`
    : `${count} ${noun} read so far`
  const parts = [
    hasMore ? part : whole,
    reading.kind === 'part' && !isNarrowed ? 'there are more' : '',
    duplicates > 0 ? `${numberText(duplicates)} sent twice and shown once` : '',
    unreadable.length > 0 ? `${numberText(unreadable.length)} unreadable` : '',
  ]
  const sentences = [
    `${parts.filter((words) => words !== '').join(', ')}.`,
    readingWords(reading),
    hasMore && isSorted ? 'Only what was read so far is sorted.' : '',
    fault === null ? '' : faultText[fault],
    hasChanged && fault === null && !hasMore ? 'The list changed while it was read.' : '',
    isOld ? 'The list has changed since it was read.' : '',
  ]
  return sentences.filter((words) => words !== '').join(' ')
}
