import { useQueryClient } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { incidentsOf } from '#app/domain/fleet/incidents.ts'
import { knownAnswers } from '#app/domain/fleet/known-answers.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { Incident } from './incident.tsx'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

/** What is wrong, grouped by cause. */
export const IncidentsCard = ({
  mirrors,
  healths,
  offsetMs,
}: {
  mirrors: readonly MirrorServer[]
  healths: ReadonlyMap<string, MirrorHealth>
  offsetMs: number
}) => {
  const client = useQueryClient()
  const incidents = incidentsOf(mirrors, healths, knownAnswers(client))
  return (
    <OverviewCard title="Incidents" wide>
      {incidents.length === 0 ? (
        <p>
          <StateMark tone="good">Nothing is known to be wrong.</StateMark>
        </p>
      ) : (
        <ul className={classes.incidents}>
          {incidents.map((incident) => (
            <Incident key={incident.cause} incident={incident} offsetMs={offsetMs} />
          ))}
        </ul>
      )}
      <p className={classes.dim}>
        By Bitbucket&apos;s record, and by what mirrors answered to this browser in the last minutes. Mirrors
        are not asked for this page.
      </p>
      <TextLink to={paths.coverage} className={classes.way}>
        Ask the mirrors what they have
      </TextLink>
    </OverviewCard>
  )
}
