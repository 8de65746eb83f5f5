import type { ReactNode } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Problem } from '#app/data/problem.ts'
import type { Decision } from '#app/data/request-decision.ts'
import { DecisionDialogFooter } from './decision-dialog-footer.tsx'
import { DecisionDialogOutcome } from './decision-dialog-outcome.tsx'
import type { DecisionPhase } from './decision-dialog-steps.ts'
import { isOver } from './decision-dialog-words.ts'
import classes from './decision-dialog.module.css'
import { RequestFacts } from './request-facts.tsx'

const consequences: Record<Decision, string> = {
  accept:
    'An accepted mirror copies repositories from Bitbucket, and users who clone from it hand it their credentials, which it passes on to Bitbucket to check. Accept only a mirror that you know of.',
  reject:
    'A rejected mirror gets no repositories and no credentials. Bitbucket keeps no reason, so tell whoever runs the mirror.',
  delete:
    'Bitbucket forgets the request and what was decided about it. A mirror server that came of it is not removed by this, and the mirror may ask again.',
}

/** What the body of the dialog shows and does. */
export type DecisionDialogBodyProps = {
  readonly decision: Decision
  readonly shown: MirroringRequest
  readonly phase: DecisionPhase
  readonly onSend: () => void
  readonly onCheck: (problem: Problem) => void
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
  const outcome = phase.kind === 'told' ? phase.outcome : null
  return (
    <div className={classes.content}>
      {phase.kind === 'told' || phase.kind === 'failed' ? (
        <DecisionDialogOutcome phase={phase} decision={decision} />
      ) : null}
      {isOver(outcome) ? null : (
        <>
          <p>{consequences[decision]}</p>
          {risk}
          <RequestFacts request={shown} withState={decision === 'delete'} />
        </>
      )}
      <div className={classes.end}>
        {isOver(outcome) || outcome?.kind === 'unknown' ? null : consent}
        <DecisionDialogFooter
          decision={decision}
          phase={phase}
          missing={missing}
          onSend={onSend}
          onCheck={onCheck}
          onClose={onClose}
        />
      </div>
    </div>
  )
}
