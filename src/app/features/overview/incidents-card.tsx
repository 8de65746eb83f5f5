import { Anchor } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { type AffectedMirror, incidentsOf } from '#app/data/incidents.ts'
import { knownAnswers } from '#app/data/known-answers.ts'
import type { MirrorHealth } from '#app/data/mirror-health.ts'
import { mirrorNameOf } from '#app/data/mirror-name-of.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TimeAgo } from '#app/ui/time-ago.tsx'
import { incidentWords } from './incident-words.ts'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

/** Mirrors that are told in one incident; the list has them all. */
const NAMED = 8

const Affected = ({ mirror, offsetMs }: { mirror: AffectedMirror; offsetMs: number }) => {
  const { id, since, repositories } = mirror
  const name = <ForeignText inline>{mirrorNameOf(mirror)}</ForeignText>
  return (
    <li>
      {isSafeId(id) ? (
        <Anchor component={Link} to={paths.mirror(id)}>
          {name}
        </Anchor>
      ) : (
        name
      )}
      <span className={classes.dim}>
        {since === null ? null : (
          <>
            {repositories > 0 ? ' since ' : ' last seen '}
            {/* What a mirror did was seen by the console's server; its record is told by Bitbucket's clock. */}
            <TimeAgo instant={since} offsetMs={repositories > 0 ? 0 : offsetMs} />
          </>
        )}
        {repositories > 0
          ? `, ${String(repositories)} ${repositories === 1 ? 'repository' : 'repositories'} asked about`
          : null}
      </span>
    </li>
  )
}

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
          {incidents.map(({ cause, mirrors: affected }) => (
            <li key={cause}>
              <StateMark tone="attention">{incidentWords[cause]}</StateMark>
              <ul className={classes.names}>
                {affected.slice(0, NAMED).map((mirror) => (
                  <Affected key={mirror.id} mirror={mirror} offsetMs={offsetMs} />
                ))}
                {affected.length > NAMED ? <li>and {String(affected.length - NAMED)} more</li> : null}
              </ul>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.dim}>
        By Bitbucket&apos;s record, and by what mirrors answered to this browser since it was loaded. Mirrors
        are not asked for this page.
      </p>
    </OverviewCard>
  )
}
