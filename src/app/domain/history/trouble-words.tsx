import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { durationOf } from '#app/text/duration.ts'
import type { Trouble } from './troubles.ts'

/** When a trouble began, as far as it is known. */
export const TroubleStart = ({ trouble: { from, isStartKnown } }: { trouble: Trouble }) => (
  <>
    <TimeAgo instant={from} both />
    {isStartKnown ? null : ' or earlier'}
  </>
)

/** How long it took, or has taken so far. */
export const troubleLength = ({ from, to, isStartKnown, end }: Trouble): string => {
  const length = to === from ? 'less than a minute' : durationOf(to - from)
  const atLeast = isStartKnown && end !== 'unwatched' ? '' : 'at least '
  return end === 'ongoing' ? `${atLeast}${length} so far` : `${atLeast}${length}`
}
