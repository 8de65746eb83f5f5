import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import type { Selected } from './selection.ts'

/** How many rows are selected, and how many of them the search hides. */
export type SelectionCount = { readonly total: number; readonly unseen: number }

const hiddenWords = (unseen: number): string =>
  unseen > 0 ? `, ${numberText(unseen)} of them not shown by the search` : ''

/** How many are selected, as the bar shows it: "12 selected, 2 of them not shown by the search". */
export const selectionWords = ({ total, unseen }: SelectionCount): string =>
  `${numberText(total)} selected${hiddenWords(unseen)}`

/** What is said about the last step beside the number; `null` for nothing. */
export const noteWords = (note: Selected['note'], noun: string): string | null => {
  if (note === null) return null
  if (note.kind === 'cleared') return 'Selection cleared.'
  const { count } = note
  return `${counted(count, noun)} ${pluralOf(count, 'is', 'are')} no longer in this list and left the selection.`
}

/** What a screen reader is given after a step: rows that left, and the number with its noun. */
export const spokenSelection = (
  note: Selected['note'],
  { total, unseen }: SelectionCount,
  noun: string,
): string => {
  const left = note?.kind === 'vanished' ? `${noteWords(note, noun) ?? ''} ` : ''
  if (total === 0) return `${left}The selection is empty.`
  return `${left}${counted(total, noun)} selected${hiddenWords(unseen)}.`
}
