import { useEffect, useRef } from 'react'
import { ProblemPanel } from '#app/ui/problem-panel.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { Decision } from '#app/data/request-decision.ts'
import type { DecisionPhase } from './decision-dialog-steps.ts'
import { decisionDialogWords } from './decision-dialog-words.ts'
import classes from './decision-dialog.module.css'

type Told = Extract<DecisionPhase, { kind: 'told' | 'failed' }>

const Words = ({ phase, decision }: { phase: Told; decision: Decision }) => {
  if (phase.kind === 'failed') {
    const { problem } = phase
    return problem.kind === 'not-permitted' ? (
      <ProblemPanel error={problem} title={`You are not permitted to ${decision} mirroring requests`} />
    ) : (
      <ProblemPanel error={problem} />
    )
  }
  const { outcome, shown } = phase
  const { title, meaning } = decisionDialogWords(outcome, decision, shown)
  if (outcome.kind === 'unknown' || outcome.kind === 'not-done') {
    return <ProblemPanel error={outcome.problem} title={title} meaning={meaning} />
  }
  return (
    <div role="alert" className={classes.notice}>
      <StateMark tone="attention">{title}</StateMark>
      <p>{meaning}</p>
    </div>
  )
}

/**
 * What became of a decision. It takes the focus when it appears: the button that was pressed may be gone or mean
 * something else. It is taken away while the next step is under way.
 */
export const DecisionDialogOutcome = ({ phase, decision }: { phase: Told; decision: Decision }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className={classes.outcome}>
      <Words phase={phase} decision={decision} />
    </div>
  )
}
