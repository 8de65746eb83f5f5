import { Suspense } from 'react'
import { type Incident, isRepositoryCause } from '#app/domain/fleet/incidents.ts'
import { CheckNow } from '#app/domain/mirror/check-now.tsx'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'

// Only a tab that asked about repositories has such incidents.
const AskAgain = lazyPart(async () => (await import('./ask-again.tsx')).AskAgain, 'in-place')

/** The one thing to do about an incident from here: ask those it is about whether it is over. */
export const IncidentButton = ({ incident, about }: { incident: Incident; about: string }) =>
  isRepositoryCause(incident.cause) ? (
    <Suspense>
      <AskAgain incident={incident} about={about} />
    </Suspense>
  ) : (
    <CheckNow mirrorIds={incident.mirrors.map(({ id }) => id)} label="Check again" about={about} />
  )
