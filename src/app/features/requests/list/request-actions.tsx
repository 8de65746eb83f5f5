import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { RowButton } from '#app/ui/table/row-button.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { requestCan } from './request-can.ts'
import classes from '#app/features/requests/requests.module.css'

/** Opens the dialog of a decision; `preload` fetches it when the user is about to. */
export type Decide = {
  readonly open: (request: MirroringRequest, decision: Decision) => void
  readonly preload: () => void
}

const buttons = [
  { decision: 'accept', word: 'Accept', label: 'Accept', weight: 'main' },
  { decision: 'reject', word: 'Reject', label: 'Reject', weight: 'other' },
  { decision: 'delete', word: 'Delete', label: 'Delete request of', weight: 'quiet' },
] as const

/** The buttons of a request: what is pending can be decided, anything can be deleted. */
export const RequestActions = ({ request, decide }: { request: MirroringRequest; decide: Decide }) => {
  const permission = requestCan.beDeleted(request)
  const name = plainOf(mirrorNameOf(request))
  const offered = request.state === 'PENDING' ? buttons : buttons.slice(2)
  return (
    <span className={classes.actions}>
      {permission.isAllowed ? null : <span className={classes.why}>{permission.why}</span>}
      {offered.map(({ decision, word, label, weight }) => (
        <RowButton
          key={decision}
          weight={weight}
          aria-label={`${label} ${name}`}
          disabled={!permission.isAllowed}
          onClick={() => decide.open(request, decision)}
          onPointerEnter={decide.preload}
          onFocus={decide.preload}
        >
          {word}
        </RowButton>
      ))}
    </span>
  )
}
