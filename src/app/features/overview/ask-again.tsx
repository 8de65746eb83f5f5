import { Button } from '@mantine/core'
import { announce } from '#app/browser/announcements.ts'
import { questionsProgress, questionsText } from '#app/domain/availability/questions-text.ts'
import { useQuestions } from '#app/domain/availability/use-questions.ts'
import type { Incident } from '#app/domain/fleet/incidents.ts'

/** Repositories that one click asks each mirror about: enough to see whether it is over. */
const REPOSITORIES_EACH = 20

/** Asks the mirrors of an incident with repositories about some of these again; a second click stops it. */
export const AskAgain = ({ incident, about }: { incident: Incident; about: string }) => {
  const { state, ask, stop } = useQuestions((ended) => announce(questionsText(ended)))
  const start = () =>
    void ask(
      new Map(incident.mirrors.map(({ id, repositories }) => [id, repositories.slice(0, REPOSITORIES_EACH)])),
    )
  const progress = `Stop ${questionsProgress(state)}`
  return (
    <Button
      variant="default"
      size="xs"
      aria-label={state.isAsking ? `${progress} asked: ${about}` : `Ask again: ${about}`}
      onClick={state.isAsking ? stop : start}
    >
      {state.isAsking ? progress : 'Ask again'}
    </Button>
  )
}
