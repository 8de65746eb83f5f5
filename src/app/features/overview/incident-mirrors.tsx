import { type AffectedMirror, type IncidentCause } from '#app/domain/fleet/incidents.ts'
import { behindWords } from '#app/domain/history/behind-words.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { numberText } from '#app/text/number-text.ts'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import { IncidentSince } from './incident-since.tsx'
import { placeOfCause } from './incident-words.ts'
import classes from './overview.module.css'

/** Each mirror of an incident, with what is known of it alone. */
export const IncidentMirrors = ({
  mirrors,
  cause,
  offsetMs,
}: {
  mirrors: readonly AffectedMirror[]
  cause: IncidentCause
  offsetMs: number
}) => (
  <ul className={classes.names}>
    {mirrors.map((mirror) => {
      const { id, repositories, asked, behind = null } = mirror
      return (
        <li key={id}>
          <NamedLink id={id} to={placeOfCause(cause)}>
            {mirrorNameOf(mirror)}
          </NamedLink>{' '}
          <span className={classes.dim}>
            <IncidentSince mirrors={[mirror]} cause={cause} offsetMs={offsetMs} />
            {behind === null ? null : `by ${behindWords(behind)}`}
            {asked > 0
              ? `, ${numberText(repositories.length)} of ${numberText(asked)} repositories asked about`
              : null}
          </span>
        </li>
      )
    })}
  </ul>
)
