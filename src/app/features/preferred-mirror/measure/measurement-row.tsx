import type { ReactNode } from 'react'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import type { Measurement } from './measure.ts'
import classes from './measurement-panel.module.css'
import { msText } from './timings.ts'

const percent = (ms: number, scaleMs: number): string => `${String((ms / scaleMs) * 100)}%`

const Words = ({ measurement }: { measurement: Measurement }) => {
  if (measurement.kind === 'waiting') return <span>waiting</span>
  if (measurement.kind === 'failed') return <StateMark tone="bad">{measurement.why}</StateMark>
  const { timings, failures } = measurement
  return (
    <span>
      median <strong>{msText(timings.medianMs)}</strong>, {msText(timings.fastestMs)} to{' '}
      {msText(timings.slowestMs)}
      {failures > 0 ? `, ${String(failures)} without an answer` : null}
    </span>
  )
}

/**
 * One measured server: a bar from the fastest to the slowest answer with a stroke at the median, and the same in words.
 *
 * @param scaleMs what the full width stands for, the same in all rows.
 */
export const MeasurementRow = ({
  name,
  measurement,
  scaleMs,
  children,
}: {
  name: string
  measurement: Measurement
  scaleMs: number
  children: ReactNode
}) => (
  <li className={classes.row}>
    <strong className={classes.name}>
      <ForeignText inline>{name}</ForeignText>
    </strong>
    <span className={classes.track} aria-hidden>
      {measurement.kind === 'measured' ? (
        <>
          <span
            className={classes.spread}
            style={{
              insetInlineStart: percent(measurement.timings.fastestMs, scaleMs),
              insetInlineEnd: percent(scaleMs - measurement.timings.slowestMs, scaleMs),
            }}
          />
          <span
            className={classes.median}
            style={{ insetInlineStart: percent(measurement.timings.medianMs, scaleMs) }}
          />
        </>
      ) : null}
    </span>
    <Words measurement={measurement} />
    {children}
  </li>
)
