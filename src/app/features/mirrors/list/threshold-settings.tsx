import {
  CLOCK_TOLERANCE_CHOICES,
  setHealthThresholds,
  STALE_AFTER_CHOICES,
  useHealthThresholds,
} from '#app/domain/mirror/health-thresholds.ts'
import { Choice } from '#app/ui/form/choice.tsx'
import { durationOf } from '#app/text/duration.ts'
import classes from '#app/features/mirrors/mirrors.module.css'

const Threshold = ({
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
    <Choice
      label={label}
      value={String(value)}
      options={choices.map((ms) => ({ value: String(ms), label: durationOf(ms) }))}
      onChange={(ms) => onChange(Number(ms))}
    />
  </label>
)

/** By which thresholds health is judged here. They are this browser's: Bitbucket documents none. */
export const ThresholdSettings = () => {
  const { staleAfterMs, clockToleranceMs } = useHealthThresholds()
  return (
    <>
      <Threshold
        label="Not seen after"
        value={staleAfterMs}
        choices={STALE_AFTER_CHOICES}
        onChange={(ms) => setHealthThresholds({ staleAfterMs: ms })}
      />
      <Threshold
        label="Clock tolerance"
        value={clockToleranceMs}
        choices={CLOCK_TOLERANCE_CHOICES}
        onChange={(ms) => setHealthThresholds({ clockToleranceMs: ms })}
      />
    </>
  )
}
