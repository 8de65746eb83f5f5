import { Button } from '@mantine/core'
import { availabilityWords } from '#app/domain/availability/availability-words.ts'
import { PAUSED_AFTER } from '#app/domain/availability/mirror-asker.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StateMark, type Tone } from '#app/ui/page/state-mark.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
import type { useSampling } from './use-sampling.ts'

type Sampling = ReturnType<typeof useSampling>

const talliesOf = (rows: Sampling['rows']) => {
  const tallies = new Map<string, { tone: Tone; count: number }>()
  for (const { result } of rows) {
    if (result === null) continue
    const { word, tone } = availabilityWords(result)
    tallies.set(word, { tone, count: (tallies.get(word)?.count ?? 0) + 1 })
  }
  return [...tallies].toSorted(([, one], [, other]) => other.count - one.count)
}

/** The progress of asking within its budget, a count of the answers, and how to continue. */
export const SamplingBar = ({
  sampling,
  hasMore,
}: {
  sampling: Sampling
  /** Whether there are repositories beyond the budget. */
  hasMore: boolean
}) => {
  const { rows, asked, budget, isPaused, stop, pause, resume, askMore } = sampling
  const isDone = asked === rows.length
  return (
    <>
      <div className={classes.bar}>
        <span role="status" className={classes.count}>
          {`${String(asked)} of ${String(rows.length)} questions asked (at most ${String(budget)}).`}
          {isDone ? '' : isPaused ? ' Paused.' : ' Asking.'}
        </span>
        {isDone ? null : (
          <Button variant="default" size="xs" onClick={isPaused ? resume : pause}>
            {isPaused ? (asked === 0 ? 'Start asking' : 'Resume') : 'Pause'}
          </Button>
        )}
        {isDone && hasMore ? (
          <Button variant="default" size="xs" onClick={askMore}>
            Ask about 25 more
          </Button>
        ) : null}
      </div>
      <ul className={classes.tallies} aria-label="Answers so far">
        {talliesOf(rows).map(([word, { tone, count }]) => (
          <li key={word}>
            <StateMark tone={tone}>{`${String(count)} ${word.toLowerCase()}`}</StateMark>
          </li>
        ))}
      </ul>
      {stop?.kind === 'failing' ? (
        <p role="status" className={classes.count}>
          {`The mirror could not be asked ${String(PAUSED_AFTER)} times in a row, so it is paused. Each row shows the reason. Resume when the cause is fixed.`}
        </p>
      ) : null}
      {stop?.kind === 'refused' ? <ProblemPanel error={stop.error} onRetry={resume} /> : null}
    </>
  )
}
