import { useEffect, useRef } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { RemovalOutcome as Outcome } from '#app/data/mirror-removal.ts'
import type { Problem } from '#app/data/problem.ts'
import { ProblemPanel } from '#app/ui/problem-panel.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import classes from './removal.module.css'
import { removalWords } from './removal-words.ts'

type Told =
  | { readonly kind: 'told'; readonly outcome: Outcome; readonly shown: MirrorServer }
  | { readonly kind: 'failed'; readonly problem: Problem }

const Words = ({ phase }: { phase: Told }) => {
  if (phase.kind === 'failed') {
    return phase.problem.kind === 'not-permitted' ? (
      <ProblemPanel error={phase.problem} title="You are not permitted to remove mirror servers" />
    ) : (
      <ProblemPanel error={phase.problem} />
    )
  }
  const { outcome, shown } = phase
  const { title, meaning } = removalWords(outcome, shown)
  if ('problem' in outcome && outcome.problem !== null) {
    return <ProblemPanel error={outcome.problem} title={title} meaning={meaning} />
  }
  return (
    <div role="alert" className={classes.notice}>
      <StateMark tone={outcome.kind === 'gone' && outcome.mayBeOurs ? 'good' : 'attention'}>
        {title}
      </StateMark>
      <p>{meaning}</p>
    </div>
  )
}

/** What became of a removal. It takes the focus when it appears: the button that was pressed may be gone. */
export const RemovalOutcome = ({ phase }: { phase: Told }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className={classes.outcome}>
      <Words phase={phase} />
    </div>
  )
}
