import { Button } from '@mantine/core'
import { type KeyboardEvent, type MouseEvent, useId } from 'react'
import type { Problem } from '#app/data/problem.ts'
import type { Decision } from '#app/data/request-decision.ts'
import type { DecisionPhase } from './decision-dialog-steps.ts'
import { isOver } from './decision-dialog-words.ts'
import classes from './decision-dialog.module.css'

const sendWords: Record<Decision, string> = {
  accept: 'Accept mirror',
  reject: 'Reject request',
  delete: 'Delete request',
}

const progressOf = (phase: DecisionPhase): string => {
  if (phase.kind === 'sending') return 'Reading the request again, then telling Bitbucket'
  return phase.kind === 'checking' ? 'Outcome unknown, checking' : ''
}

/** A held Enter would press the button again as soon as it is enabled again. */
const ignoreRepeat = (event: KeyboardEvent) => {
  if (event.repeat) event.preventDefault()
}

/** The second click of a double click was meant for what stood there before the first. */
const onFirstClick = (act: () => void) => (event: MouseEvent) => {
  if (event.detail <= 1) act()
}

/** The buttons of the dialog, and what it is doing meanwhile. */
export const DecisionDialogFooter = ({
  decision,
  phase,
  missing,
  onSend,
  onCheck,
  onClose,
}: {
  decision: Decision
  phase: DecisionPhase
  /** Why the decision has to wait for something in the dialog; `null` when nothing is missing. */
  missing: string | null
  onSend: () => void
  onCheck: (problem: Problem) => void
  onClose: () => void
}) => {
  const whyId = useId()
  const isBusy = phase.kind === 'sending' || phase.kind === 'checking'
  const outcome = phase.kind === 'told' ? phase.outcome : null
  const isEnd = isOver(outcome)
  const isAsking = !isBusy && !isEnd && outcome?.kind !== 'unknown'
  return (
    <div className={classes.footer}>
      <span id={whyId} role="status" className={classes.why}>
        {isAsking ? missing : progressOf(phase)}
      </span>
      <Button variant="default" disabled={isBusy} onClick={onClose}>
        {isEnd || outcome?.kind === 'unknown' ? 'Go back' : 'Cancel'}
      </Button>
      {outcome?.kind === 'unknown' ? (
        <Button onKeyDown={ignoreRepeat} onClick={onFirstClick(() => onCheck(outcome.problem))}>
          Check again
        </Button>
      ) : isEnd ? null : (
        <Button
          loading={isBusy}
          disabled={missing !== null}
          aria-describedby={whyId}
          onKeyDown={ignoreRepeat}
          onClick={onFirstClick(onSend)}
        >
          {sendWords[decision]}
        </Button>
      )}
    </div>
  )
}
