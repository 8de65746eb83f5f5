import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { askingWords } from '#app/domain/coverage/asking-words.ts'
import { coverageInBackground } from '#app/domain/coverage/coverage-in-background.ts'
import type { RunSnapshot } from '#app/domain/coverage/coverage-run.ts'
import { coverageKeeper, coverageStore } from '#app/domain/coverage/coverage-store.ts'
import { type Depth, DEPTHS, type Questions } from '#app/domain/coverage/open-questions.ts'
import classes from '#app/features/coverage/coverage.module.css'
import type { CoverageMatrix } from '#app/features/coverage/matrix/coverage-matrix.ts'
import { numberText } from '#app/text/number-text.ts'
import { useNow } from '#app/browser/use-now.ts'
import { Check } from '#app/ui/form/check.tsx'
import { Choice } from '#app/ui/form/choice.tsx'
import { noteLoadedSamples } from './coverage-questions.ts'
import { keptWords } from './kept-words.ts'

const BUDGETS = [50, 200, 1000, 5000, 20_000, 200_000]

/** From so many questions on, the few that find sole copies are offered first. */
const MANY_QUESTIONS = 5000

const depthWords: Record<Depth, string> = {
  every: 'Ask every mirror',
  two: 'Ask until two mirrors serve it',
}

/** The progress of asking, and the buttons to start, pause, resume and forget. */
export const AskingBar = ({
  run,
  matrix,
  questions,
}: {
  run: RunSnapshot
  matrix: CoverageMatrix
  questions: Questions
}) => {
  const now = useNow()
  const [budget, setBudget] = useState(200)
  const [chosenDepth, setDepth] = useState<Depth | null>(null)
  const isInBackground = coverageInBackground.use()
  const kept = coverageKeeper.kept.use()
  const isLarge = questions.projectIds.length * questions.mirrorIds.length > MANY_QUESTIONS
  const depth = chosenDepth ?? (isLarge ? 'two' : 'every')
  const { kind } = run.phase
  const isAsking = kind === 'asking' || kind === 'waiting'
  const goesOn = kind === 'paused' || kind === 'stopped'
  // Every pair of a repository and a mirror is looked at: millions where all projects are open. Answers grow old slowly.
  const minute = Math.floor(now / 60_000)
  const leftBefore = useMemo(
    () => (isAsking ? 0 : coverageStore.left(questions, depth)),
    // oxlint-disable-next-line react/exhaustive-deps -- What was learnt, and by when it is old, is not among what is called.
    [questions, depth, isAsking, run, minute],
  )
  const left = isAsking ? run.left : leftBefore
  const press = () => {
    if (isAsking) {
      coverageStore.pause('person')
      return
    }
    noteLoadedSamples(matrix, run.samples, Date.now())
    if (goesOn) void coverageStore.resume(questions)
    else void coverageStore.start(questions, { budget, depth })
  }
  return (
    <div className={classes.bar}>
      <Choice
        label="How far to ask"
        isDisabled={isAsking || goesOn}
        value={depth}
        onChange={(value) => setDepth(DEPTHS.find((one) => one === value) ?? null)}
        options={DEPTHS.map((value) => ({ value, label: depthWords[value] }))}
      />
      <Choice
        label="Questions at most"
        isDisabled={isAsking || goesOn}
        value={String(budget)}
        onChange={(value) => setBudget(Number(value))}
        options={BUDGETS.map((value) => ({
          value: String(value),
          label: `At most ${numberText(value)} questions`,
        }))}
      />
      <Button size="xs" disabled={!isAsking && left === 0} onClick={press}>
        {isAsking ? 'Pause' : goesOn ? 'Resume' : 'Ask mirrors'}
      </Button>
      <Check isChecked={isInBackground} onChange={(isChecked) => coverageInBackground.set(isChecked)}>
        Go on in the background
      </Check>
      {isAsking || !run.answers.hasAny() ? null : (
        <Button size="xs" variant="default" onClick={() => coverageKeeper.forget()}>
          Forget answers
        </Button>
      )}
      <p role={isAsking ? undefined : 'status'}>{askingWords(run, { now, isKnown: run.answers.hasAny() })}</p>
      {keptWords[kept] === null ? null : <p className={classes.note}>{keptWords[kept]}</p>}
    </div>
  )
}
