import {
  CLOCK_TOLERANCE_CHOICES,
  setHealthThresholds,
  STALE_AFTER_CHOICES,
  useHealthThresholds,
} from '#app/data/health-thresholds.ts'
import { durationOf } from '#app/ui/duration.ts'
import classes from './mirrors.module.css'

const Choice = ({
  label,
  value,
  choices,
  onChange,
}: {
  label: string
  value: number
  choices: readonly number[]
  onChange: (ms: number) => void
}) => (
  <label className={classes.threshold}>
    {label}
    <select
      value={String(value)}
      className={classes.select}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    >
      {choices.map((ms) => (
        <option key={ms} value={String(ms)}>
          {durationOf(ms)}
        </option>
      ))}
    </select>
  </label>
)

/** By which thresholds health is judged here. They are this browser's: Bitbucket documents none. */
export const ThresholdSettings = () => {
  const { staleAfterMs, clockToleranceMs } = useHealthThresholds()
  return (
    <>
      <Choice
        label="Stale after"
        value={staleAfterMs}
        choices={STALE_AFTER_CHOICES}
        onChange={(ms) => setHealthThresholds({ staleAfterMs: ms })}
      />
      <Choice
        label="Clock tolerance"
        value={clockToleranceMs}
        choices={CLOCK_TOLERANCE_CHOICES}
        onChange={(ms) => setHealthThresholds({ clockToleranceMs: ms })}
      />
    </>
  )
}
