import type { HistoryMeasure } from '#contract/history.ts'
import { numberText } from '#app/text/number-text.ts'
import { aheadOf } from '#app/text/duration.ts'
import { measureSummary } from './measure-summary.ts'
import classes from './history.module.css'

/** Height of the picture in its own units. */
const HEIGHT = 60

/** Clock differences of a second are what `Date` headers can say, in ms. */
const CLOCK_TOLD_MS = 2000

/**
 * How long answers took: a bar for each step of time, its dark part the mean and its light part the longest. What was
 * not answered has no bar. The sentence below says the same.
 *
 * @param range epoch ms.
 */
export const MeasuresPicture = ({
  measures,
  stepMs,
  range: { from, to },
}: {
  measures: readonly HistoryMeasure[]
  stepMs: number
  range: { readonly from: number; readonly to: number }
}) => {
  const summary = measureSummary(measures)
  if (summary === null) return <p>It has not answered in this time, as far as somebody watched.</p>
  const { meanMs, longestMs, clockMs } = summary
  const words = `Answers took ${numberText(meanMs)} ms on average and ${numberText(longestMs)} ms at the longest`
  const height = (ms: number) => Math.max(1, (ms / Math.max(longestMs, 1)) * HEIGHT)
  return (
    <figure className={classes.figure}>
      <svg
        role="img"
        aria-label={words}
        width="100%"
        height={72}
        viewBox={`0 0 1000 ${String(HEIGHT)}`}
        preserveAspectRatio="none"
      >
        {measures.map(({ at, tookMs, longestMs: longest }) => {
          if (tookMs === null || longest === null) return null
          const x = ((at - from) / (to - from)) * 1000
          const width = (stepMs / (to - from)) * 1000
          return (
            <g key={at}>
              <rect
                x={x}
                y={HEIGHT - height(longest)}
                width={width}
                height={height(longest)}
                fill="var(--line)"
              />
              <rect
                x={x}
                y={HEIGHT - height(tookMs)}
                width={width}
                height={height(tookMs)}
                fill="var(--mantine-color-anchor)"
              />
            </g>
          )
        })}
      </svg>
      <figcaption>
        {words}
        {clockMs === null
          ? '; its clock is not known.'
          : Math.abs(clockMs) < CLOCK_TOLD_MS
            ? '; its clock agrees with Bitbucket’s.'
            : `; its clock was up to ${aheadOf(clockMs)} Bitbucket’s.`}
      </figcaption>
    </figure>
  )
}
