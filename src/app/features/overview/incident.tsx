import { useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { isSafeId } from '#contract/path.ts'
import {
  type AffectedMirror,
  type Incident as Found,
  type IncidentCause,
  isRepositoryCause,
} from '#app/domain/fleet/incidents.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { projectsOf } from '#app/domain/repository/projects-of.ts'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { fetchWatchedParts } from './fetch-watched-parts.ts'
import { IncidentButton } from './incident-button.tsx'
import { incidentExtent, incidentWords } from './incident-words.ts'
import classes from './overview.module.css'

/** Mirrors that are named in one incident; the list has them all. */
const NAMED = 8

const Since = ({ since, offsetMs }: { since: AffectedMirror['since']; offsetMs: number }) => {
  if (since === null) return null
  return since.byRecord ? (
    <>
      {' last seen '}
      <TimeAgo instant={since.at} offsetMs={offsetMs} />
    </>
  ) : (
    <>
      {/* It may have begun before the console asked for the first time. */}
      {' found '}
      <TimeAgo instant={since.at} both />
    </>
  )
}

const WatchedSince = lazyPart(async () => (await fetchWatchedParts()).WatchedSince, 'silent')

const Affected = ({
  mirror,
  cause,
  offsetMs,
}: {
  mirror: AffectedMirror
  cause: IncidentCause
  offsetMs: number
}) => {
  const { id, since, repositories, asked } = mirror
  const isWatched = useIsWatched()
  const seen = <Since since={since} offsetMs={offsetMs} />
  const name = <ForeignText inline>{mirrorNameOf(mirror)}</ForeignText>
  return (
    <li>
      {isSafeId(id) ? <TextLink to={paths.mirror(id)}>{name}</TextLink> : name}
      <span className={classes.dim}>
        {isWatched && !isRepositoryCause(cause) ? (
          <Suspense fallback={seen}>
            <WatchedSince mirrorId={id} kind={cause} otherwise={seen} />
          </Suspense>
        ) : (
          seen
        )}
        {asked > 0
          ? `, ${numberText(repositories.length)} of ${numberText(asked)} repositories asked about`
          : null}
      </span>
    </li>
  )
}

/** One cause, how much it is about, which mirrors it concerns, and what to do. */
export const Incident = ({ incident, offsetMs }: { incident: Found; offsetMs: number }) => {
  const { cause, mirrors, unserved } = incident
  const client = useQueryClient()
  const repositories = new Set(mirrors.flatMap((mirror) => mirror.repositories))
  const extent = incidentExtent(mirrors.length, repositories.size, projectsOf(client, repositories).size)
  const { tone, word, step } = incidentWords(cause)
  const more = `and ${numberText(mirrors.length - NAMED)} more`
  return (
    <li>
      <span className={classes.cause}>
        <StateMark tone={tone}>{word}</StateMark>
        <span className={classes.dim}>{extent}</span>
        <IncidentButton incident={incident} about={word} />
      </span>
      <ul className={classes.names}>
        {mirrors.slice(0, NAMED).map((mirror) => (
          <Affected key={mirror.id} mirror={mirror} cause={cause} offsetMs={offsetMs} />
        ))}
        {mirrors.length > NAMED ? (
          <li>
            {isRepositoryCause(cause) ? (
              more
            ) : (
              <TextLink to={`${paths.mirrors}?health=${cause}`}>{more}</TextLink>
            )}
          </li>
        ) : null}
      </ul>
      {unserved.length === 0 ? null : (
        <p className={classes.step}>
          {`No mirror serves ${counted(unserved.length, 'repository', 'repositories')} now: clone from the primary.`}
        </p>
      )}
      {step === '' ? null : <p className={classes.step}>{step}</p>}
    </li>
  )
}
