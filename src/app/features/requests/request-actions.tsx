import { Button } from '@mantine/core'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/data/request-decision.ts'
import { plainOf } from '#app/ui/hidden-characters.ts'
import { mirrorNameOf } from './mirror-name-of.ts'
import { requestCan } from './request-can.ts'
import classes from './requests.module.css'

/** Opens the dialog of a decision; `preload` fetches it as soon as somebody is about to. */
export type Decide = {
  readonly open: (request: MirroringRequest, decision: Decision) => void
  readonly preload: () => void
}

const words = { accept: 'Accept', reject: 'Reject' } as const

/** The buttons of a pending request; for any other there is nothing to decide. */
export const RequestActions = ({ request, decide }: { request: MirroringRequest; decide: Decide }) => {
  if (request.state !== 'PENDING') return null
  const permission = requestCan.beDecided(request)
  const name = plainOf(mirrorNameOf(request))
  return (
    <span className={classes.actions}>
      {permission.isAllowed ? null : <span className={classes.why}>{permission.why}</span>}
      {(['accept', 'reject'] as const).map((decision) => (
        <Button
          key={decision}
          size="compact-sm"
          variant={decision === 'accept' ? 'light' : 'default'}
          aria-label={`${words[decision]} ${name}`}
          disabled={!permission.isAllowed}
          onClick={() => decide.open(request, decision)}
          onPointerEnter={decide.preload}
          onFocus={decide.preload}
        >
          {words[decision]}
        </Button>
      ))}
    </span>
  )
}
