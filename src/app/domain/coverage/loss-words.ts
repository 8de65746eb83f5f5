import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'
import { checkedIn, extentWords, isAllChecked } from './extent-words.ts'
import type { Losses } from './losses.ts'

/** Good only where every project was checked, not long ago, and none loses its last mirror. A part is never good. */
export const lossTone = ({ losing, extent, old }: Losses): Tone => {
  if (losing.length > 0) return 'bad'
  return isAllChecked(extent) && old === 0 && extent.total > 0 ? 'good' : 'unknown'
}

const found = ({ losing, extent }: Losses): string => {
  const count = losing.length
  if (count > 0) {
    return `${counted(count, 'project')} ${pluralOf(count, 'loses its last mirror', 'lose their last mirror')}.`
  }
  if (isAllChecked(extent)) return 'No project loses its last mirror.'
  const checked = checkedIn(extent)
  if (checked === 0) return ''
  return checked === 1
    ? 'The one project that was checked keeps a mirror.'
    : `None of the ${numberText(checked)} checked projects loses its last mirror.`
}

/** What the going of mirrors means, and how much of the installation that rests on. */
export const lossWords = (losses: Losses): string =>
  losses.extent.total === 0 && losses.extent.isWhole
    ? 'Bitbucket lists no project that you may see.'
    : [found(losses), extentWords(losses.extent)].filter((sentence) => sentence !== '').join(' ')
