import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Incident, LAG_CAUSE } from '#app/domain/fleet/incidents.ts'
import { projectsOf } from '#app/domain/repository/projects-of.ts'
import { counted } from '#app/text/counted.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { IncidentButton } from './incident-button.tsx'
import { IncidentMirrors } from './incident-mirrors.tsx'
import { IncidentSince } from './incident-since.tsx'
import { incidentExtent, incidentWords, placeOfCause } from './incident-words.ts'
import { MirrorNames } from './mirror-names.tsx'
import classes from './overview.module.css'

/** One cause as a row: what, since when, whom it touches, what to do, and one button. Several mirrors unfold. */
export const IncidentRow = ({ incident, offsetMs }: { incident: Incident; offsetMs: number }) => {
  const { cause, mirrors, unserved } = incident
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const repositories = new Set(mirrors.flatMap((mirror) => mirror.repositories))
  const extent = incidentExtent(mirrors.length, repositories.size, projectsOf(client, repositories).size)
  const { tone, word, step } = incidentWords(cause)
  // What is known of each mirror alone: of one, the row says it.
  const hasMore = mirrors.length > 1 || repositories.size > 0 || cause === LAG_CAUSE
  const parts = { cause, offsetMs, mirrors }
  return (
    <li className={classes.row}>
      <div>
        <StateMark tone={tone}>{word}</StateMark>
        <div className={classes.dim}>
          <IncidentSince {...parts} />
        </div>
      </div>
      <div>
        <MirrorNames mirrors={mirrors} to={placeOfCause(cause)} />{' '}
        {hasMore ? (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Show less' : 'Show each mirror'}: ${word}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Show less' : 'Show each'}
          </Button>
        ) : null}
        {mirrors.length === 1 && repositories.size === 0 ? null : (
          <span className={classes.dim}> {extent}</span>
        )}
      </div>
      <div>
        {step}
        {unserved.length === 0
          ? null
          : ` No mirror serves ${counted(unserved.length, 'repository', 'repositories')} now: clone from the primary.`}
      </div>
      <div>
        <IncidentButton incident={incident} about={word} />
      </div>
      {isOpen ? <IncidentMirrors {...parts} /> : null}
    </li>
  )
}
