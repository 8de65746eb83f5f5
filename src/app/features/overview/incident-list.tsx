import type { ReactNode } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Incident } from '#app/domain/fleet/incidents.ts'
import { AwaitedRow } from './awaited-row.tsx'
import { IncidentRow } from './incident-row.tsx'
import { OnThisPage } from './on-this-page.tsx'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

/**
 * What is wrong, a row for each cause, the worst first.
 *
 * @param unanswered mirrors that are being asked and have not answered yet.
 * @param isGathering whether the first answers are still awaited.
 * @param calm what there is to say where nothing is wrong.
 */
export const IncidentList = ({
  incidents,
  unanswered,
  isGathering,
  calm,
  offsetMs,
  children,
}: {
  incidents: readonly Incident[]
  unanswered: readonly MirrorServer[]
  isGathering: boolean
  calm: string
  offsetMs: number
  /** What stands apart from them. */
  children?: ReactNode
}) => {
  const rows = (isGathering ? [] : incidents).map((incident) => (
    <IncidentRow key={incident.cause} incident={incident} offsetMs={offsetMs} />
  ))
  if (unanswered.length > 0) {
    // Where a mirror that does not answer in time is going to stand, so that nothing moves then.
    const place = incidents[0]?.cause === 'unreachable' && !isGathering ? 1 : 0
    rows.splice(
      place,
      0,
      <AwaitedRow key={isGathering ? 'first' : 'late'} mirrors={unanswered} isNaming={!isGathering} />,
    )
  }
  return (
    <OverviewCard title="Incidents" beside={<OnThisPage />}>
      <ul className={classes.rows} aria-busy={isGathering}>
        {rows.length > 0 ? (
          rows
        ) : (
          // What is held back may be wrong: nothing is called calm meanwhile.
          <li className={classes.row}>{isGathering ? 'The first answers are awaited.' : calm}</li>
        )}
      </ul>
      {children}
    </OverviewCard>
  )
}
