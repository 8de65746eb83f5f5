import { checkedIn, extentWords, figureWords, isAllChecked } from '#app/domain/coverage/extent-words.ts'
import { counted } from '#app/text/counted.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import { StateIcon } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import type { CoverageCounts } from './matrix/coverage-counts.ts'
import sentenceClasses from '#app/domain/coverage/sentence.module.css'

/** The figures of the whole installation, and beside them how much of it they rest on. A part is never called good. */
export const CoverageSummary = ({
  counts,
  isWhole,
  isRead,
  isGathering,
}: {
  counts: CoverageCounts
  /** Whether the matrix has all projects. */
  isWhole: boolean
  /** Whether anything of the list of projects is there. */
  isRead: boolean
  /** Whether first answers are awaited, and no figure is drawn that would change at once. */
  isGathering: boolean
}) => {
  const { total, covered, sole, nowhere, empty, oldest, old } = counts
  if (!isRead || isGathering) {
    return (
      <p className={sentenceClasses.sentence} aria-busy={isGathering}>
        {isRead ? 'The first answers are awaited.' : 'Reading the list of projects.'}
      </p>
    )
  }
  if (total === 0) return null
  const extent = { ...counts, isWhole }
  const judged = covered + sole + nowhere
  const isGood = isAllChecked(extent) && sole + nowhere + old === 0 && covered > 0
  return (
    <p className={sentenceClasses.sentence}>
      <StateIcon tone={isGood ? 'good' : sole + nowhere > 0 ? 'attention' : 'unknown'} />
      <span>
        Sole copies: {figureWords(sole, judged, extent)}. Nowhere: {figureWords(nowhere, judged, extent)}.
        Empty: {figureWords(empty, checkedIn(extent), extent)}. {extentWords(extent)}
        {oldest === null ? null : (
          <>
            {' '}
            The oldest answer came <TimeAgo instant={oldest} />
            {old > 0
              ? `; ${counted(old, 'project')} ${pluralOf(old, 'has', 'have')} answers older than a day, which the next start asks again`
              : ''}
            .
          </>
        )}
      </span>
    </p>
  )
}
