import { useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { isWhole } from '#app/api/presence.ts'
import { incidentsOf } from '#app/domain/fleet/incidents.ts'
import { type SilencesById, silencedNow } from '#app/domain/mirror/silence/silenced-now.ts'
import { knownAnswers } from '#app/domain/fleet/known-answers.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { isKnown } from '#health/verdict-severity.ts'
import { counted } from '#app/text/counted.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { Incident } from './incident.tsx'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

const SilencedMirrors = lazyPart(
  async () => (await import('#app/domain/fleet/silenced-mirrors.tsx')).SilencedMirrors,
  'in-place',
)

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
  // One that is silenced may have a problem; it is listed apart.
  if (silenced.size > 0) {
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
  const { byId: silenced } = silencedNow.use()
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
      {silenced.size === 0 ? null : (
        <Suspense>
          <SilencedMirrors mirrors={mirrors.rows} verdicts={verdicts} silenced={silenced} />
        </Suspense>
      )}
      <p className={classes.dim}>
        From Bitbucket&apos;s record, the mirrors&apos; own status, and what they answered about repositories.
      </p>
      <TextLink to={paths.coverage} className={classes.way}>
        Ask the mirrors which repositories they have
      </TextLink>
    </OverviewCard>
  )
}
