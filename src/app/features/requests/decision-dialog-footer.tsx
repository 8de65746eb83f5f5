import { Button } from '@mantine/core'
import { type KeyboardEvent, type MouseEvent, useId } from 'react'
import type { Problem } from '#app/data/problem.ts'
import type { Decision } from '#app/data/request-decision.ts'
import type { DecisionPhase } from './decision-dialog-steps.ts'
import classes from './decision-dialog.module.css'

const sendWords: Record<Decision, string> = { accept: 'Accept mirror', reject: 'Reject request' }

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
  needsTick,
  onSend,
  onCheck,
  onClose,
}: {
  decision: Decision
  phase: DecisionPhase
  needsTick: boolean
  onSend: () => void
  onCheck: (problem: Problem) => void
  onClose: () => void
}) => {
  const whyId = useId()
  const isBusy = phase.kind === 'sending' || phase.kind === 'checking'
  const outcome = phase.kind === 'told' ? phase.outcome : null
  const isOver = outcome?.kind === 'handled' || outcome?.kind === 'gone'
  const isTickMissing = needsTick && !isBusy && !isOver && outcome?.kind !== 'unknown'
  return (
    <div className={classes.footer}>
      <span id={whyId} role="status" className={classes.why}>
        {isTickMissing ? 'Tick the box above to accept.' : progressOf(phase)}
      </span>
      <Button variant="default" disabled={isBusy} onClick={onClose}>
        {isOver || outcome?.kind === 'unknown' ? 'Go back' : 'Cancel'}
      </Button>
      {outcome?.kind === 'unknown' ? (
        <Button onKeyDown={ignoreRepeat} onClick={onFirstClick(() => onCheck(outcome.problem))}>
          Check again
        </Button>
      ) : isOver ? null : (
        <Button
          loading={isBusy}
          disabled={needsTick}
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
