import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Problem, problemOf } from '#app/api/problem.ts'

/** Where a write stands that was asked for in a dialog. */
export type WritePhase<Outcome, Shown> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'sending' }
  /** The write was sent, and Bitbucket is asked what became of it. */
  | { readonly kind: 'checking' }
  /** `shown` is what was shown when this was decided. */
  | { readonly kind: 'told'; readonly outcome: Outcome; readonly shown: Shown }
  /** Refused, or not sent: nothing took effect. */
  | { readonly kind: 'failed'; readonly problem: Problem }

/**
 * Takes a write from the question to its outcome. While a step is under way a second one is not begun, however fast
 * the clicks come. The outcome is told as soon as it is known: the lists are read again behind the dialog.
 *
 * @param first what is shown at first: what it becomes behind the dialog changes nothing under the eyes of whoever judges.
 * @param shownAfter what is shown after an outcome that brought something newer, and `null` after any other.
 * @param onOutcome told of every outcome.
 */
export const useWriteSteps = <Shown, Outcome, Step>({
  first,
  mutation,
  shownAfter,
  onOutcome,
}: {
  first: Shown
  mutation: UseMutationOptions<Outcome, Error, Step>
  shownAfter: (outcome: Outcome) => Shown | null
  onOutcome: (outcome: Outcome) => void
}) => {
  const [shown, setShown] = useState(first)
  const [phase, setPhase] = useState<WritePhase<Outcome, Shown>>({ kind: 'asking' })
  const isUnderWay = useRef(false)
  const { mutate } = useMutation({
    ...mutation,
    onSuccess: (outcome) => {
      isUnderWay.current = false
      setPhase({ kind: 'told', outcome, shown })
      const newer = shownAfter(outcome)
      if (newer !== null) setShown(newer)
      onOutcome(outcome)
    },
    onError: (error) => {
      isUnderWay.current = false
      setPhase({ kind: 'failed', problem: problemOf(error) })
    },
  })
  const begin = (kind: 'sending' | 'checking', step: Step) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setPhase({ kind })
    mutate(step)
  }
  return {
    shown,
    phase,
    /** Sends the write. */
    send: (step: Step) => begin('sending', step),
    /** Reads what became of it, and sends nothing. */
    check: (step: Step) => begin('checking', step),
    /** To be told when the write was sent and its outcome must be read. */
    onChecking: () => setPhase({ kind: 'checking' }),
  }
}
