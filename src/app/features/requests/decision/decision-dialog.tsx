import { useQueryClient } from '@tanstack/react-query'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { decideMutation } from '#app/domain/request/decide-mutation.ts'
import type { Decision, DecisionOutcome } from '#app/domain/request/request-decision.ts'
import { announce } from '#app/browser/announcements.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { useWriteSteps } from '#app/ui/dialog/use-write-steps.ts'
import { AcceptDialogBody } from './decision-dialog-accept.tsx'
import { DecisionDialogBody } from './decision-dialog-body.tsx'
import { doneWords, isDone, isOver } from './decision-dialog-words.ts'
import { followAccepted } from '#app/features/requests/follow/follow-accepted.ts'
import { mirrorNameOf } from '#app/domain/request/requested-name-of.ts'

const titleWord: Record<Decision, string> = {
  accept: 'Accept',
  reject: 'Reject',
  delete: 'Delete request of',
}

/**
 * Asks before a request is accepted, rejected or deleted, and tells what came of it. It stays open until the outcome
 * is known and was read.
 *
 * @param onClose told whether the request is no longer what it was, as far as is known.
 */
export const DecisionDialog = ({
  request,
  decision,
  onClose,
}: {
  request: MirroringRequest
  decision: Decision
  onClose: (isHandled: boolean) => void
}) => {
  const client = useQueryClient()
  const tellDone = (outcome: DecisionOutcome) => {
    if (isDone(outcome, decision)) {
      announce(doneWords(mirrorNameOf(request), decision))
      if (decision === 'accept') followAccepted(client, request, outcome)
    }
    if (outcome.kind === 'done') onClose(true)
  }
  const { shown, phase, send, check, onChecking } = useWriteSteps({
    first: request,
    mutation: decideMutation(request.id),
    shownAfter: (outcome) => (outcome.kind === 'changed' ? outcome.request : null),
    onOutcome: tellDone,
  })
  const close = () => onClose(phase.kind === 'told' && isOver(phase.outcome))
  const Body = decision === 'accept' ? AcceptDialogBody : DecisionDialogBody
  return (
    <Dialog
      title={
        <>
          {titleWord[decision]} <ForeignText inline>{mirrorNameOf(shown)}</ForeignText>?
        </>
      }
      isBusy={phase.kind === 'sending' || phase.kind === 'checking'}
      onClose={close}
    >
      <Body
        decision={decision}
        shown={shown}
        phase={phase}
        onSend={() => send({ kind: 'decide', shown, decision, onChecking })}
        onCheck={(problem) => check({ kind: 'check', shown, decision, problem })}
        onClose={close}
      />
    </Dialog>
  )
}
