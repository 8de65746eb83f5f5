import { useQueryClient } from '@tanstack/react-query'
import { isSafeId } from '#contract/path.ts'
import { healthWords } from '#app/domain/mirror/health-words.ts'
import { type AffectedMirror, BAD_HEALTHS, type Incident as Found } from '#app/domain/fleet/incidents.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { projectsOf } from '#app/domain/repository/projects-of.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { numberText } from '#app/text/number-text.ts'
import { incidentExtent, incidentWords } from './incident-words.ts'
import classes from './overview.module.css'

/** Mirrors that are told in one incident; the list has them all. */
const NAMED = 8

const Affected = ({ mirror, offsetMs }: { mirror: AffectedMirror; offsetMs: number }) => {
  const { id, since, repositories, asked } = mirror
  const name = <ForeignText inline>{mirrorNameOf(mirror)}</ForeignText>
  return (
    <li>
      {isSafeId(id) ? <TextLink to={paths.mirror(id)}>{name}</TextLink> : name}
      <span className={classes.dim}>
        {since === null ? null : (
          <>
            {asked > 0 ? ' since ' : ' last seen '}
            {/* What a mirror did was seen by the console's server; its record is told by Bitbucket's clock. */}
            <TimeAgo instant={since} offsetMs={asked > 0 ? 0 : offsetMs} />
          </>
        )}
        {asked > 0
          ? `, ${numberText(repositories.length)} of ${numberText(asked)} repositories asked about`
          : null}
      </span>
    </li>
  )
}

/** One cause, how much it is about, and whom it hits. */
export const Incident = ({
  incident: { cause, mirrors },
  offsetMs,
}: {
  incident: Found
  offsetMs: number
}) => {
  const client = useQueryClient()
  const repositories = new Set(mirrors.flatMap((mirror) => mirror.repositories))
  const extent = incidentExtent(mirrors.length, repositories.size, projectsOf(client, repositories).size)
  const health = BAD_HEALTHS.find((one) => one === cause)
  const more = `and ${numberText(mirrors.length - NAMED)} more`
  return (
    <li>
      <span className={classes.cause}>
        <StateMark tone={health ? healthWords[health].tone : 'attention'}>{incidentWords[cause]}</StateMark>
        <span className={classes.dim}>{extent}</span>
      </span>
      <ul className={classes.names}>
        {mirrors.slice(0, NAMED).map((mirror) => (
          <Affected key={mirror.id} mirror={mirror} offsetMs={offsetMs} />
        ))}
        {mirrors.length > NAMED ? (
          <li>{health ? <TextLink to={`${paths.mirrors}?health=${health}`}>{more}</TextLink> : more}</li>
        ) : null}
      </ul>
    </li>
  )
}
