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

const buttons = [
  { decision: 'accept', word: 'Accept', label: 'Accept', variant: 'light' },
  { decision: 'reject', word: 'Reject', label: 'Reject', variant: 'default' },
  { decision: 'delete', word: 'Delete', label: 'Delete request of', variant: 'subtle' },
] as const

/** The buttons of a request: what is pending can be decided, anything can be deleted. */
export const RequestActions = ({ request, decide }: { request: MirroringRequest; decide: Decide }) => {
  const permission = requestCan.beDeleted(request)
  const name = plainOf(mirrorNameOf(request))
  const offered = request.state === 'PENDING' ? buttons : buttons.slice(2)
  return (
    <span className={classes.actions}>
      {permission.isAllowed ? null : <span className={classes.why}>{permission.why}</span>}
      {offered.map(({ decision, word, label, variant }) => (
        <Button
          key={decision}
          size="compact-sm"
          variant={variant}
          {...(decision === 'delete' && { color: 'gray' })}
          aria-label={`${label} ${name}`}
          disabled={!permission.isAllowed}
          onClick={() => decide.open(request, decision)}
          onPointerEnter={decide.preload}
          onFocus={decide.preload}
        >
          {word}
        </Button>
      ))}
    </span>
  )
}
