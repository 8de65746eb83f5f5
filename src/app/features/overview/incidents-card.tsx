import { useQueryClient } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { isWhole } from '#app/api/presence.ts'
import { incidentsOf } from '#app/domain/fleet/incidents.ts'
import { SilencedMirrors } from '#app/domain/fleet/silenced-mirrors.tsx'
import { type SilencesById, useSilences } from '#app/domain/mirror/silence/use-silences.ts'
import { silencedCounts } from '#app/domain/mirror/silence/without-silenced.ts'
import { knownAnswers } from '#app/domain/fleet/known-answers.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { isKnown } from '#health/verdict-severity.ts'
import { counted } from '#app/text/counted.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { Incident } from './incident.tsx'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

/** What there is to say where no incident is known: good only where every mirror is known to be well. */
const Calm = ({
  mirrors,
  verdicts,
  silenced,
}: {
  mirrors: PagedList<MirrorServer>
  verdicts: Verdicts
  silenced: SilencesById
}) => {
  if (silencedCounts(verdicts, silenced).wrong > 0) {
    return <StateMark tone="unknown">No problem found, apart from silenced mirrors</StateMark>
  }
  const open = [...verdicts.values()].filter(({ kind }) => !isKnown(kind)).length
  if (open > 0) {
    return (
      <StateMark tone="unknown">{`No problem found, but ${counted(open, 'mirror')} not known`}</StateMark>
    )
  }
  return isWhole(mirrors) ? (
    <StateMark tone="good">No problem found</StateMark>
  ) : (
    <StateMark tone="unknown">No problem found, but the list of mirrors is incomplete</StateMark>
  )
}

/** What is wrong, grouped by cause, the worst first. */
export const IncidentsCard = ({
  mirrors,
  verdicts,
  offsetMs,
}: {
  mirrors: PagedList<MirrorServer>
  verdicts: Verdicts
  offsetMs: number
}) => {
  const client = useQueryClient()
  const { byId: silenced } = useSilences()
  const incidents = incidentsOf(mirrors.rows, verdicts, knownAnswers(client), silenced)
  return (
    <OverviewCard title="Incidents" wide>
      {incidents.length === 0 ? (
        <p>
          <Calm mirrors={mirrors} verdicts={verdicts} silenced={silenced} />
        </p>
      ) : (
        <ul className={classes.incidents}>
          {incidents.map((incident) => (
            <Incident key={incident.cause} incident={incident} offsetMs={offsetMs} />
          ))}
        </ul>
      )}
      <SilencedMirrors mirrors={mirrors.rows} verdicts={verdicts} silenced={silenced} />
      <p className={classes.dim}>
        From Bitbucket&apos;s record, the mirrors&apos; own status, and what they answered about repositories.
      </p>
      <TextLink to={paths.coverage} className={classes.way}>
        Ask the mirrors which repositories they have
      </TextLink>
    </OverviewCard>
  )
}
