import type { ReactNode } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision, DecisionOutcome, DecisionSubject } from '#app/domain/request/request-decision.ts'
import type { WritePhase } from '#app/ui/dialog/use-confirmed-write.ts'
import classes from '#app/ui/dialog/write-dialog.module.css'
import { WriteFooter } from '#app/ui/dialog/write-footer.tsx'
import { WriteResult } from '#app/ui/dialog/write-result.tsx'
import { decisionWords, isOver } from './decision-dialog-words.ts'
import { RequestFacts } from '#app/features/requests/details/request-facts.tsx'

const sendWords: Record<Decision, string> = {
  accept: 'Accept mirror',
  reject: 'Reject request',
  delete: 'Delete request',
}

const consequences: Record<Decision, string> = {
  accept:
    'An accepted mirror copies repositories from Bitbucket, and users who clone from it hand it their credentials, which it passes on to Bitbucket to check. Accept only a mirror that you know of.',
  reject:
    'A rejected mirror gets no repositories and no credentials. Bitbucket keeps no reason, so inform the people who run the mirror.',
  delete:
    'Bitbucket forgets the request and what was decided about it. A mirror server that was accepted from it is not removed, and the mirror may ask again.',
}

/** What the body of the dialog shows and does. */
export type DecisionDialogBodyProps = {
  readonly decision: Decision
  readonly shown: MirroringRequest
  readonly phase: WritePhase<DecisionSubject, DecisionOutcome>
  readonly onSend: () => void
  readonly onCheck: (() => void) | null
  readonly onClose: () => void
}

/** The content of the dialog: what was found, the facts, what must be agreed to, and the buttons. */
export const DecisionDialogBody = ({
  decision,
  shown,
  phase,
  onSend,
  onCheck,
  onClose,
  risk = null,
  consent = null,
  missing = null,
}: DecisionDialogBodyProps & {
  risk?: ReactNode
  consent?: ReactNode
  /** Why the decision has to wait for something in the dialog; `null` when nothing is missing. */
  missing?: string | null
}) => {
  const isEnded = phase.kind === 'ended' && isOver(phase.outcome, decision)
  return (
    <div className={classes.content}>
      <WriteResult phase={phase} words={decisionWords} />
      {isEnded ? null : (
        <>
          <p>{consequences[decision]}</p>
          {risk}
          <RequestFacts request={shown} withState={decision === 'delete'} />
        </>
      )}
      <div className={classes.end}>
        {isEnded || onCheck ? null : consent}
        <WriteFooter
          phase={phase}
          isOver={isEnded}
          words={sendWords[decision]}
          reading="Reading the request again"
          missing={missing}
          onSend={onSend}
          onCheck={onCheck}
          onClose={onClose}
        />
      </div>
    </div>
  )
}
