import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { pluralOf } from '#app/text/plural-of.ts'

/** How much of the installation a figure rests on, in projects. */
export type Extent = {
  readonly total: number
  /** Whether these are all projects that the person may see. */
  readonly isWhole: boolean
  /** Not every mirror was asked about them. */
  readonly unchecked: number
  /** Every mirror was asked, and at least one gave no clear answer. */
  readonly unclear: number
  /** Their repositories could not be read. */
  readonly unreadable: number
}

/** Whether every project was checked: only then may a figure be called one of all of them. */
export const isAllChecked = ({ isWhole, unchecked, unclear, unreadable }: Extent): boolean =>
  isWhole && unchecked + unclear + unreadable === 0

/** How many projects were checked: every mirror was asked about them, or enough of them. */
export const checkedIn = ({ total, unchecked, unclear, unreadable }: Extent): number =>
  total - unchecked - unclear - unreadable

/** What stands beside every figure about coverage: how much of it was not asked, or that all of it was. */
export const extentWords = (extent: Extent): string => {
  const { total, isWhole, unchecked, unclear, unreadable } = extent
  if (isAllChecked(extent)) {
    return total === 1 ? 'The only project was checked.' : `All ${numberText(total)} projects were checked.`
  }
  const projects = isWhole ? counted(total, 'project') : counted(total, 'known project')
  return [
    unchecked > 0
      ? `${numberText(unchecked)} of ${projects} ${pluralOf(unchecked, 'was', 'were')} not checked.`
      : '',
    unclear > 0 ? `About ${counted(unclear, 'project')}, a mirror gave no clear answer.` : '',
    unreadable > 0 ? `Nothing could be read of ${counted(unreadable, 'project')}.` : '',
    isWhole ? '' : 'There may be more projects than the known ones.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/**
 * How many projects were found to be something. It is a plain number only where all were checked; else it says of how many
 * it is, and where none could be found yet, that it is not known: "0" would be an answer that no mirror gave.
 *
 * @param found how many of the checked projects are so.
 * @param couldBe how many of the checked projects could have been found to be so: one without repositories is no copy.
 */
export const figureWords = (found: number, couldBe: number, extent: Extent): string => {
  if (isAllChecked(extent)) return numberText(found)
  return couldBe === 0 ? 'not known' : `${numberText(found)} of ${numberText(checkedIn(extent))} checked`
}
