import { useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { tookEffect } from '#app/api/confirmed-write.ts'
import { type Decision, decideMutation } from '#app/domain/request/request-decision.ts'
import { announce } from '#app/browser/announcements.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { useConfirmedWrite } from '#app/ui/dialog/use-confirmed-write.ts'
import { AcceptDialogBody } from './decision-dialog-accept.tsx'
import { DecisionDialogBody } from './decision-dialog-body.tsx'
import { doneWords, isOver } from './decision-dialog-words.ts'
import { followAccepted } from '#app/features/requests/follow/follow-accepted.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'

const titleWord: Record<Decision, string> = {
  accept: 'Accept',
  reject: 'Reject',
  delete: 'Delete request of',
}

/**
 * Asks before a request is accepted, rejected or deleted, and shows the outcome. It stays open until the outcome
 * is known and was read.
 *
 * @param onClose called with whether the request is no longer what it was, as far as is known.
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
  // A refresh behind the dialog must not change the facts that are being judged.
  const [shown, setShown] = useState(request)
  const { phase, outcome, isBusy, send, checkAgain } = useConfirmedWrite(
    decideMutation(request.id),
    (outcome) => {
      if (tookEffect(outcome)) {
        announce(doneWords(mirrorNameOf(request), decision))
        if (decision === 'accept') followAccepted(request, outcome)
      }
      if (outcome.kind === 'changed') setShown(outcome.truth)
      if (outcome.kind === 'done') onClose(true)
    },
  )
  const close = () => onClose(isOver(outcome, decision))
  const Body = decision === 'accept' ? AcceptDialogBody : DecisionDialogBody
  return (
    <Dialog
      title={
        <>
          {titleWord[decision]} <ForeignText inline>{mirrorNameOf(shown)}</ForeignText>?
        </>
      }
      isBusy={isBusy}
      onClose={close}
    >
      <Body
        decision={decision}
        shown={shown}
        phase={phase}
        onSend={() => send({ shown, decision })}
        onCheck={checkAgain}
        onClose={close}
      />
    </Dialog>
  )
}
