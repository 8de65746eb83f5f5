import { cutText } from '#contract/cut-text.ts'
import { Button } from '@mantine/core'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import type { Measurement } from './measure.ts'
import { REQUESTS_EACH } from './measure.ts'
import { PRIMARY } from './measure-targets.ts'
import classes from './measurement-panel.module.css'
import { MeasurementRow } from './measurement-row.tsx'
import type { MeasurementState } from './use-measurement.ts'

const medianOf = (measurement: Measurement): number =>
  measurement.kind === 'measured' ? measurement.timings.medianMs : Infinity

const slowestOf = (measurement: Measurement): number =>
  measurement.kind === 'measured' ? measurement.timings.slowestMs : 0

const HEADINGS = { running: 'Measuring…', done: 'Measured', stopped: 'Stopped' } as const

/** The measured servers, the fastest first, and how to read the result. */
export const MeasurementPanel = ({
  state,
  mirrors,
  onChoose,
  onStop,
}: {
  state: MeasurementState
  mirrors: readonly MirrorServer[]
  onChoose: (mirrorId: string) => void
  onStop: () => void
}) => {
  if (state.kind === 'none') return null
  if (state.kind === 'problem') return <ProblemPanel error={state.problem} title="Nothing was measured" />
  if (state.kind === 'no-repository') {
    return (
      <p role="alert">
        Nothing was measured: the measurement needs a repository that you can see, and there is none.
      </p>
    )
  }
  const rows = [...state.byId].toSorted(([, one], [, other]) => {
    const [fast, slow] = [medianOf(one), medianOf(other)]
    return fast === slow ? 0 : fast - slow
  })
  const scaleMs = Math.max(1, ...rows.map(([, measurement]) => slowestOf(measurement)))
  return (
    <section className={classes.panel} aria-label="Measurement">
      <p role="status" className={classes.heading}>
        {HEADINGS[state.kind]}
      </p>
      <p className={classes.note}>
        Measured from the console’s server: your browser connects to the console only. Each mirror is asked
        about “<ForeignText inline>{state.repositoryName}</ForeignText>”. The primary is asked for its
        version, minus the time between your browser and the console. {REQUESTS_EACH} small requests each; the
        first does not count. The result shows how near a server is, not how fast a clone is.
      </p>
      <ul className={classes.rows} aria-label="Measured servers">
        {rows.map(([id, measurement]) => {
          const name = mirrors.find((mirror) => mirror.id === id)?.name
          return (
            <MeasurementRow
              key={id}
              name={id === PRIMARY ? 'The primary' : (name ?? id)}
              measurement={measurement}
              scaleMs={scaleMs}
            >
              {id === PRIMARY || measurement.kind !== 'measured' ? null : (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`Select ${plainOf(cutText(name ?? id, 120))}`}
                  onClick={() => onChoose(id)}
                >
                  Select
                </Button>
              )}
            </MeasurementRow>
          )
        })}
      </ul>
      {state.kind === 'running' ? (
        <Button variant="default" size="xs" className={classes.stop ?? ''} onClick={onStop}>
          Stop
        </Button>
      ) : null}
    </section>
  )
}
