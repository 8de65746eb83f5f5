import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Problem } from '#app/api/problem.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import type { RequestBody } from './request-draft.ts'
import type { RegistrationPhase } from './use-registration.ts'

/** What became of a registration that was not simply done. It takes the focus when it appears. */
export const RegisterOutcome = ({
  phase,
  onCheck,
}: {
  phase: RegistrationPhase
  onCheck: (body: RequestBody, problem: Problem) => void
}) => {
  const place = useRef<HTMLDivElement>(null)
  const isTold = phase.kind === 'told' || phase.kind === 'failed'
  useEffect(() => {
    if (isTold) place.current?.focus()
  }, [isTold])
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label="Result">
      <Words phase={phase} onCheck={onCheck} />
    </div>
  )
}

const Words = ({
  phase,
  onCheck,
}: {
  phase: RegistrationPhase
  onCheck: (body: RequestBody, problem: Problem) => void
}) => {
  switch (phase.kind) {
    case 'editing':
    case 'sending':
      return null
    case 'checking':
      return <p role="status">Outcome unknown, checking</p>
    case 'failed': {
      const { problem } = phase
      if (problem.kind === 'not-permitted') {
        return <ProblemPanel error={problem} title="You are not permitted to register mirrors" />
      }
      return problem.kind === 'conflict' ? (
        <ProblemPanel
          error={problem}
          title="Bitbucket did not take this request"
          meaning="It finds it invalid, or a request of this mirror is pending already. Nothing was registered. The details say more."
        />
      ) : (
        <ProblemPanel error={problem} />
      )
    }
    case 'told': {
      const { outcome, body } = phase
      return outcome.kind === 'not-done' ? (
        <ProblemPanel
          error={outcome.problem}
          title="Nothing was registered"
          meaning="The answer was lost, and Bitbucket lists no pending request with these facts. Register it again."
        />
      ) : (
        <ProblemPanel
          error={outcome.problem}
          title="Outcome unknown"
          meaning="The answer was lost, and the pending requests could not be read. It may have been registered or not."
        >
          <Button variant="default" onClick={() => onCheck(body, outcome.problem)}>
            Check again
          </Button>
        </ProblemPanel>
      )
    }
  }
}
