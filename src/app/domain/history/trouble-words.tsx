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

/** How long it took, or has taken so far. What one round alone saw has no length that is known. */
export const troubleLength = ({ from, to, isStartKnown, end }: Trouble): string => {
  const isBounded = isStartKnown && end !== 'unwatched'
  const soFar = end === 'ongoing' ? ' so far' : ''
  if (to === from) return isBounded ? `less than a minute${soFar}` : `at least a moment${soFar}`
  return `${isBounded ? '' : 'at least '}${durationOf(to - from)}${soFar}`
}
