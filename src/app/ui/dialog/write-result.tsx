import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { WriteOutcome } from '#app/api/confirmed-write.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import type { WritePhase } from './use-confirmed-write.ts'
import classes from './write-dialog.module.css'
import { type OutcomeWords, outcomeWords, type WriteWords } from './write-words.ts'

/**
 * What became of a write; nothing while it is under way.
 *
 * @param onCheck offers to read an unknown outcome again, where no footer does.
 * @param keepsFocus leaves the focus where it is. Else the result takes it when it appears: the button that was pressed
 * may be gone or mean something else.
 */
export const WriteResult = <Subject, Truth, Answer>({
  phase,
  words,
  onCheck = null,
  keepsFocus = false,
}: {
  phase: WritePhase<Subject, WriteOutcome<Truth, Answer>>
  words: WriteWords<Subject, Truth, Answer>
  onCheck?: (() => void) | null
  keepsFocus?: boolean
}) => {
  const place = { onCheck, keepsFocus }
  if (phase.kind === 'refused') {
    const { problem, subject } = phase
    return <Result problem={problem} {...words.refused(problem, subject)} {...place} />
  }
  if (phase.kind !== 'ended') return null
  const { outcome, subject } = phase
  const result = outcomeWords(words, outcome, subject)
  return result && <Result problem={'problem' in outcome ? outcome.problem : null} {...result} {...place} />
}

const Result = ({
  title,
  meaning,
  isGood = false,
  problem = null,
  onCheck,
  keepsFocus,
}: OutcomeWords & { onCheck: (() => void) | null; keepsFocus: boolean }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!keepsFocus) place.current?.focus()
  }, [keepsFocus])
  return (
    <div ref={place} tabIndex={-1} className={classes.outcome}>
      {problem === null ? (
        <div role={isGood ? 'status' : 'alert'} className={classes.notice}>
          <StateMark tone={isGood ? 'good' : 'attention'}>{title}</StateMark>
          <p>{meaning}</p>
        </div>
      ) : (
        <ProblemPanel error={problem} title={title} meaning={meaning}>
          {onCheck ? (
            <Button variant="default" onClick={onCheck}>
              Check again
            </Button>
          ) : null}
        </ProblemPanel>
      )}
    </div>
  )
}
