import { Button } from '@mantine/core'
import { announce } from '#app/browser/announcements.ts'
import { questionsProgress, questionsText } from '#app/domain/availability/questions-text.ts'
import { useQuestions } from '#app/domain/availability/use-questions.ts'
import { type Incident, isRepositoryCause } from '#app/domain/fleet/incidents.ts'
import { CheckNow } from '#app/domain/mirror/check-now.tsx'

/** Repositories that one click asks each mirror about: enough to see whether it is over. */
const REPOSITORIES_EACH = 20

const AskAgain = ({ incident, about }: { incident: Incident; about: string }) => {
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

/** The one thing to do about an incident from here: ask those it is about whether it is over. */
export const IncidentButton = ({ incident, about }: { incident: Incident; about: string }) =>
  isRepositoryCause(incident.cause) ? (
    <AskAgain incident={incident} about={about} />
  ) : (
    <CheckNow mirrorIds={incident.mirrors.map(({ id }) => id)} label="Check again" about={about} />
  )
