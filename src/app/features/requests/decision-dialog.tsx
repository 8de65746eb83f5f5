import { Checkbox } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision, DecisionOutcome } from '#app/data/request-decision.ts'
import { announce } from '#app/ui/announcements.ts'
import { Dialog } from '#app/ui/dialog.tsx'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { addressDoubtOf } from './address-doubt.ts'
import { DecisionDialogFooter } from './decision-dialog-footer.tsx'
import { DecisionDialogOutcome } from './decision-dialog-outcome.tsx'
import { useDecisionDialogSteps } from './decision-dialog-steps.ts'
import { doneWord, stateAfter } from './decision-dialog-words.ts'
import classes from './decision-dialog.module.css'
import { mirrorNameOf } from './mirror-name-of.ts'
import { RequestFacts } from './request-facts.tsx'

const consequences: Record<Decision, string> = {
  accept:
    'An accepted mirror copies repositories from Bitbucket, and users who clone from it hand it their credentials, which it passes on to Bitbucket to check. Accept only a mirror that you know of.',
  reject:
    'A rejected mirror gets no repositories and no credentials. Bitbucket keeps no reason, so tell whoever runs the mirror.',
}

const titleWord: Record<Decision, string> = { accept: 'Accept', reject: 'Reject' }

/**
 * Asks before a request is accepted or rejected, and tells what came of it. It stays open until the outcome is known
 * and was read.
 *
 * @param onClose told whether the request is no longer pending, as far as is known.
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
  const tellDone = (outcome: DecisionOutcome) => {
    const isOurs =
      outcome.kind === 'done' ||
      (outcome.kind === 'handled' && outcome.mayBeOurs && outcome.request.state === stateAfter[decision])
    if (isOurs) announce(`${mirrorNameOf(request)} was ${doneWord[decision]}`)
    if (outcome.kind === 'done') onClose(true)
  }
  const { shown, phase, send, checkAgain } = useDecisionDialogSteps(request, decision, tellDone)
  // The tick is about one set of facts: when they change it is gone.
  const [expected, setExpected] = useState<MirroringRequest | null>(null)
  const isBusy = phase.kind === 'sending' || phase.kind === 'checking'
  const outcome = phase.kind === 'told' ? phase.outcome : null
  const isHandled = outcome?.kind === 'handled' || outcome?.kind === 'gone'
  const doubt = decision === 'accept' ? addressDoubtOf(shown.mirrorBaseUrl) : null
  return (
    <Dialog
      title={
        <span className={classes.title}>
          {titleWord[decision]} <ForeignText inline>{mirrorNameOf(shown)}</ForeignText>?
        </span>
      }
      isBusy={isBusy}
      onClose={() => onClose(isHandled)}
    >
      <div className={classes.content}>
        {phase.kind === 'told' || phase.kind === 'failed' ? (
          <DecisionDialogOutcome phase={phase} decision={decision} />
        ) : null}
        {isHandled ? null : (
          <>
            <p>{consequences[decision]}</p>
            {doubt === null ? null : (
              <p className={classes.doubt}>
                <IconAlertTriangle size={16} aria-hidden />
                {doubt}
              </p>
            )}
            <RequestFacts request={shown} />
            {decision === 'accept' && outcome?.kind !== 'unknown' ? (
              <Checkbox
                label="I expected this mirror"
                checked={expected === shown}
                disabled={isBusy}
                onChange={(event) => setExpected(event.currentTarget.checked ? shown : null)}
              />
            ) : null}
          </>
        )}
        <DecisionDialogFooter
          decision={decision}
          phase={phase}
          needsTick={decision === 'accept' && expected !== shown}
          onSend={send}
          onCheck={checkAgain}
          onClose={() => onClose(isHandled)}
        />
      </div>
    </Dialog>
  )
}
