import { Button } from '@mantine/core'
import { type KeyboardEvent, type MouseEvent, useId } from 'react'
import type { Problem } from '#app/data/problem.ts'
import { isOver } from './removal-words.ts'
import classes from './removal.module.css'
import type { RemovalPhase } from './use-removal-steps.ts'

const progressOf = (phase: RemovalPhase): string => {
  if (phase.kind === 'sending') return 'Reading the mirror again, then telling Bitbucket'
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

/** The buttons of the dialog, why one of them is off, and what the dialog is doing meanwhile. */
export const RemoveMirrorFooter = ({
  phase,
  missing,
  onRemove,
  onCheck,
  onClose,
}: {
  phase: RemovalPhase
  /** What is missing before the mirror can be removed; `null` for nothing. */
  missing: string | null
  onRemove: () => void
  onCheck: (problem: Problem) => void
  onClose: () => void
}) => {
  const whyId = useId()
  const isBusy = phase.kind === 'sending' || phase.kind === 'checking'
  const outcome = phase.kind === 'told' ? phase.outcome : null
  const isGone = outcome !== null && isOver(outcome)
  const isAsking = !isBusy && !isGone && outcome?.kind !== 'unknown'
  return (
    <div className={classes.footer}>
      <span id={whyId} role="status" className={classes.why}>
        {isAsking ? missing : progressOf(phase)}
      </span>
      <Button variant="default" disabled={isBusy} onClick={onClose}>
        {isGone || outcome?.kind === 'unknown' ? 'Go back' : 'Cancel'}
      </Button>
      {outcome?.kind === 'unknown' ? (
        <Button onKeyDown={ignoreRepeat} onClick={onFirstClick(() => onCheck(outcome.problem))}>
          Check again
        </Button>
      ) : isGone ? null : (
        <Button
          color="red.9"
          loading={isBusy}
          disabled={missing !== null}
          aria-describedby={whyId}
          onKeyDown={ignoreRepeat}
          onClick={onFirstClick(onRemove)}
        >
          Remove mirror
        </Button>
      )}
    </div>
  )
}
