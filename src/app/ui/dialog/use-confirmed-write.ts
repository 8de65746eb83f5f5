import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { WriteOutcome, WriteStep } from '#app/api/confirmed-write.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'

/** Where a write stands. `subject` is what it was about when it was sent. */
export type WritePhase<Subject, Outcome> =
  | { readonly kind: 'asking' }
  /** `checking`: the write was sent, and Bitbucket is asked what became of it. */
  | { readonly kind: 'sending' | 'checking'; readonly subject: Subject }
  | { readonly kind: 'ended'; readonly subject: Subject; readonly outcome: Outcome }
  /** Refused, or not sent: nothing took effect. */
  | { readonly kind: 'refused'; readonly subject: Subject; readonly problem: Problem }

/**
 * Takes a write from the question to its outcome. While one step is under way a second one is not begun, however fast
 * the clicks come. The outcome shows as soon as it is known: lists are read again behind it.
 *
 * @param onOutcome called with every outcome.
 * @param onRefused called when nothing took effect.
 */
export const useConfirmedWrite = <Subject, Truth, Answer>(
  mutation: UseMutationOptions<WriteOutcome<Truth, Answer>, Error, WriteStep<Subject>>,
  onOutcome: (outcome: WriteOutcome<Truth, Answer>, subject: Subject) => void,
  onRefused?: (problem: Problem) => void,
) => {
  const [phase, setPhase] = useState<WritePhase<Subject, WriteOutcome<Truth, Answer>>>({ kind: 'asking' })
  const isUnderWay = useRef(false)
  const { mutate } = useMutation({
    ...mutation,
    onSuccess: (outcome, { subject }) => {
      isUnderWay.current = false
      setPhase({ kind: 'ended', subject, outcome })
      onOutcome(outcome, subject)
    },
    onError: (error, { subject }) => {
      isUnderWay.current = false
      const problem = problemOf(error)
      setPhase({ kind: 'refused', subject, problem })
      onRefused?.(problem)
    },
  })
  const begin = (subject: Subject, lost: Problem | null) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setPhase({ kind: lost === null ? 'sending' : 'checking', subject })
    mutate({ subject, lost, onChecking: () => setPhase({ kind: 'checking', subject }) })
  }
  const outcome = phase.kind === 'ended' ? phase.outcome : null
  const canCheck = outcome?.kind === 'unknown' && !outcome.isConfirmed
  const checkAgain = () => {
    if (phase.kind === 'ended' && phase.outcome.kind === 'unknown') {
      begin(phase.subject, phase.outcome.problem)
    }
  }
  return {
    phase,
    outcome,
    isBusy: phase.kind === 'sending' || phase.kind === 'checking',
    /** Asks anew, as if nothing had been sent; not while a step is under way. */
    reset: () => {
      if (!isUnderWay.current) setPhase({ kind: 'asking' })
    },
    /** Sends the write. */
    send: (subject: Subject) => begin(subject, null),
    /** Reads an unknown outcome again, and sends nothing; `null` for any other. */
    checkAgain: canCheck ? checkAgain : null,
  }
}
