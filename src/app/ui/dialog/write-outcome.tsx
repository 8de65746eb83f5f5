import { useEffect, useRef } from 'react'
import type { Problem } from '#app/api/problem.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import classes from './write-dialog.module.css'

/** What a dialog says about an outcome that keeps it open; with the problem that caused it, where there is one. */
export type OutcomeWords = {
  readonly title: string
  readonly meaning: string
  readonly isGood?: boolean
  readonly problem?: Problem | null
}

/**
 * What became of a write. It takes the focus when it appears: the button that was pressed may be gone or mean something
 * else. It is taken away while the next step is under way.
 */
export const WriteOutcome = ({ title, meaning, isGood = false, problem = null }: OutcomeWords) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className={classes.outcome}>
      {problem === null ? (
        <div role="alert" className={classes.notice}>
          <StateMark tone={isGood ? 'good' : 'attention'}>{title}</StateMark>
          <p>{meaning}</p>
        </div>
      ) : (
        <ProblemPanel error={problem} title={title} meaning={meaning} />
      )}
    </div>
  )
}
