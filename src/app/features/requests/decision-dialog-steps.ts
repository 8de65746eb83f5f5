import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { type Problem, problemOf } from '#app/data/problem.ts'
import type { Decision, DecisionOutcome } from '#app/data/request-decision.ts'
import { decideMutation, type DecisionStep } from '#app/data/decide-mutation.ts'

/** Where a decision stands. */
export type DecisionPhase =
  | { readonly kind: 'asking' }
  | { readonly kind: 'sending' }
  /** The write was sent, and its answer did not come. */
  | { readonly kind: 'checking' }
  /** `shown` is the request as it was when this was decided. */
  | {
      readonly kind: 'told'
      readonly outcome: Exclude<DecisionOutcome, { kind: 'done' }>
      readonly shown: MirroringRequest
    }
  /** Refused, or not sent: nothing took effect. */
  | { readonly kind: 'failed'; readonly problem: Problem }

/**
 * Takes a decision from the question to its outcome. While a step is under way a second one is not begun, however
 * fast the clicks come. The outcome is told as soon as it is known: the lists are read again behind the dialog.
 *
 * @param onOutcome told of every outcome.
 */
export const useDecisionDialogSteps = (
  request: MirroringRequest,
  decision: Decision,
  onOutcome: (outcome: DecisionOutcome) => void,
) => {
  const [shown, setShown] = useState(request)
  const [phase, setPhase] = useState<DecisionPhase>({ kind: 'asking' })
  const isUnderWay = useRef(false)
  const { mutate } = useMutation({
    ...decideMutation(request.id),
    onSuccess: (outcome) => {
      isUnderWay.current = false
      if (outcome.kind !== 'done') setPhase({ kind: 'told', outcome, shown })
      if (outcome.kind === 'changed') setShown(outcome.request)
      onOutcome(outcome)
    },
    onError: (error) => {
      isUnderWay.current = false
      setPhase({ kind: 'failed', problem: problemOf(error) })
    },
  })
  const begin = (next: DecisionPhase, step: DecisionStep) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setPhase(next)
    mutate(step)
  }
  return {
    shown,
    phase,
    send: () =>
      begin(
        { kind: 'sending' },
        { kind: 'decide', shown, decision, onChecking: () => setPhase({ kind: 'checking' }) },
      ),
    checkAgain: (problem: Problem) =>
      begin({ kind: 'checking' }, { kind: 'check', shown, decision, problem }),
  }
}
