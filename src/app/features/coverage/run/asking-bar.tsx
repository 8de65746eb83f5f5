import { Button } from '@mantine/core'
import { Choice } from '#app/ui/form/choice.tsx'
import { useState } from 'react'
import { numberText } from '#app/text/number-text.ts'
import { askingWords } from './asking-words.ts'
import type { RunSnapshot } from '#app/domain/coverage/coverage-run.ts'
import type { Questions } from '#app/domain/coverage/open-questions.ts'
import { coverageStore } from '#app/domain/coverage/coverage-store.ts'
import classes from '#app/features/coverage/coverage.module.css'

const BUDGETS = [50, 200, 1000, 5000]

/** The progress of asking, and the buttons to start, pause, resume and forget. */
export const AskingBar = ({ run, questions }: { run: RunSnapshot; questions: Questions }) => {
  const [budget, setBudget] = useState(200)
  const { kind } = run.phase
  const isAsking = kind === 'asking'
  const canPress = isAsking || coverageStore.hasOpen(questions)
  const goesOn = kind === 'paused' || kind === 'stopped'
  const press = () => {
    if (isAsking) coverageStore.pause()
    else if (goesOn) void coverageStore.resume(questions)
    else void coverageStore.start(questions, budget)
  }
  return (
    <div className={classes.bar}>
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
      <Button size="xs" disabled={!canPress} onClick={press}>
        {isAsking ? 'Pause' : goesOn ? 'Resume' : 'Ask mirrors'}
      </Button>
      {kind === 'idle' || isAsking ? null : (
        <Button size="xs" variant="default" onClick={() => coverageStore.forget()}>
          Forget answers
        </Button>
      )}
      <p role={isAsking ? undefined : 'status'}>{askingWords(run)}</p>
    </div>
  )
}
