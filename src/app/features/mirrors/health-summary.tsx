import type { MirrorServer } from '#contract/mirror-server.ts'
import { healthWords } from '#app/data/health-words.ts'
import { StateMark } from '#app/ui/state-mark.tsx'
import { useNow } from '#app/ui/use-now.ts'
import { healthCounts } from './health-counts.ts'
import classes from './mirrors.module.css'

/** How many mirrors have each health, in one line, the worst first. */
export const HealthSummary = ({
  mirrors,
  offsetMs,
}: {
  mirrors: readonly MirrorServer[]
  offsetMs: number
}) => {
  const counts = healthCounts(mirrors, useNow() + offsetMs)
  if (counts.length === 0) return null
  return (
    <ul className={classes.summary} aria-label="Mirrors by health">
      {counts.map(({ health, count }) => (
        <li key={health}>
          <StateMark tone={healthWords[health].tone}>
            {`${count.toLocaleString('en')} ${healthWords[health].word.toLowerCase()}`}
          </StateMark>
        </li>
      ))}
    </ul>
  )
}
