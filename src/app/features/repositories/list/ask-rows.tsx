import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { announce } from '#app/browser/announcements.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { questionsProgress, questionsText } from '#app/domain/availability/questions-text.ts'
import { useQuestions } from '#app/domain/availability/use-questions.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import classes from './repositories-page.module.css'
import { rowQuestions } from './row-questions.ts'

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= 0 && top <= globalThis.innerHeight
}

/** The repositories whose cell of mirrors is on the screen. */
const idsInView = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-repository]')]
    .filter(isInView)
    .flatMap(({ dataset }) => dataset['repository'] ?? [])

/** Asks the mirrors about the repositories on the screen, on request. Progress is in the button, so that no row moves. */
export const AskRows = () => {
  const client = useQueryClient()
  const { state, ask, stop } = useQuestions((ended) => announce(questionsText(ended)))
  const start = async () => {
    const ids = idsInView()
    if (ids.length === 0) {
      announce('No row with the column Mirrors is on the screen')
      return
    }
    try {
      const { rows } = await client.ensureQueryData(mirrorsQuery)
      await ask(rowQuestions(rows, ids))
    } catch (error) {
      announce(`The mirrors were not asked: ${problemText[problemOf(error).kind].title}`)
    }
  }
  const progress = questionsProgress(state)
  return (
    <Button
      variant="default"
      size="xs"
      className={classes.ask}
      aria-label={state.isAsking ? `Stop ${progress} asked` : 'Ask mirrors about rows in view'}
      onClick={state.isAsking ? stop : () => void start()}
    >
      {state.isAsking ? `Stop ${progress}` : 'Ask mirrors'}
    </Button>
  )
}
