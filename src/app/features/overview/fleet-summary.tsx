import type { FleetSentence } from '#app/domain/fleet/fleet-sentence.ts'
import { StateIcon } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import classes from './overview.module.css'

/**
 * The state of the fleet in one sentence, and how old its oldest part is.
 *
 * @param oldest epoch ms; `null` while nothing was read.
 */
export const FleetSummary = ({
  sentence: { tone, text },
  oldest,
}: {
  sentence: FleetSentence
  oldest: number | null
}) => (
  <div className={classes.summary}>
    <StateIcon tone={tone} />
    <p>{text}</p>
    {oldest === null ? null : (
      <span className={classes.dim}>
        Oldest part read <TimeAgo instant={oldest} />
      </span>
    )}
  </div>
)
