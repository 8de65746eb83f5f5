import { aheadOf } from '#app/text/duration.ts'
import { utcOf } from '#app/text/age.ts'
import { useNow } from '#app/browser/use-now.ts'

/** A difference within the error of its measurement is none. */
const differenceWords = (offsetMs: number, uncertaintyMs: number): string => {
  const error = `measured to within ${String(Math.max(1, Math.round(uncertaintyMs)))} ms`
  if (Math.abs(offsetMs) <= Math.max(1000, uncertaintyMs)) {
    return `No difference to this browser's clock (${error})`
  }
  return `${aheadOf(offsetMs)} this browser's clock (${error})`
}

/** The upstream's time now, counted on from when it was read. */
export const ServerTime = ({ offsetMs }: { offsetMs: number | null }) => {
  const now = useNow()
  return offsetMs === null ? 'Bitbucket does not show it' : utcOf(now + offsetMs)
}

/** The difference between the upstream's clock and this browser's. */
export const ClockDifference = ({
  offsetMs,
  uncertaintyMs,
}: {
  offsetMs: number | null
  uncertaintyMs: number
}) => (offsetMs === null ? 'Not known' : differenceWords(offsetMs, uncertaintyMs))
