import { Button } from '@mantine/core'
import { type MouseEvent, useId } from 'react'
import { closingWord } from './closing-words.ts'
import { isSecondClick } from './first-press.ts'
import { useIsLate } from './use-is-late.ts'
import type { WritePhase } from './use-confirmed-write.ts'
import classes from './write-dialog.module.css'

const onFirstClick = (act: () => void) => (event: MouseEvent) => {
  if (!isSecondClick(event)) act()
}

/** The buttons of a dialog that writes, why one of them is off, and what the dialog is doing meanwhile. */
export const WriteFooter = ({
  phase,
  isOver,
  words,
  reading,
  color,
  missing,
  onSend,
  onCheck,
  onClose,
}: {
  phase: WritePhase<unknown, unknown>
  /** Whether nothing is left to do. */
  isOver: boolean
  /** The button that writes. */
  words: string
  /** What is read again before the write: "Reading the mirror again". */
  reading: string
  color?: string
  /** What has to be done in the dialog first; `null` for nothing. */
  missing: string | null
  onSend: () => void
  /** Reads the outcome again; `null` when it is known. */
  onCheck: (() => void) | null
  onClose: () => void
}) => {
  const whyId = useId()
  const isBusy = phase.kind === 'sending' || phase.kind === 'checking'
  const isAsking = !isBusy && !isOver && onCheck === null
  const isLate = useIsLate(isBusy)
  const progress = isAsking
    ? missing
    : isLate
      ? 'Bitbucket has not answered yet. Wait: it is not sent twice'
      : phase.kind === 'sending'
        ? `${reading}, then sending to Bitbucket`
        : phase.kind === 'checking'
          ? 'Outcome unknown, checking'
          : null
  return (
    <div className={classes.footer}>
      <span id={whyId} role="status" className={classes.why}>
        {progress}
      </span>
      <Button variant="default" disabled={isBusy} onClick={onClose}>
        {closingWord(isOver, onCheck !== null)}
      </Button>
      {onCheck ? (
        <Button onClick={onFirstClick(onCheck)}>Check again</Button>
      ) : isOver ? null : (
        <Button
          {...(color === undefined ? {} : { color })}
          loading={isBusy}
          disabled={missing !== null}
          aria-describedby={whyId}

          onClick={onFirstClick(onSend)}
        >
          {words}
        </Button>
      )}
    </div>
  )
}
