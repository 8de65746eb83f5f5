import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { RemovalOutcome } from '#app/data/mirror-removal.ts'
import { type RemovalStep, removeMirrorMutation } from '#app/data/mirror-writes.ts'
import { type Problem, problemOf } from '#app/data/problem.ts'

/** Where a removal stands. */
export type RemovalPhase =
  | { readonly kind: 'asking' }
  | { readonly kind: 'sending' }
  /** The write was sent, and Bitbucket is asked what became of it. */
  | { readonly kind: 'checking' }
  /** `shown` is the mirror as it was when this was decided. */
  | { readonly kind: 'told'; readonly outcome: RemovalOutcome; readonly shown: MirrorServer }
  /** Refused, or not sent: nothing took effect. */
  | { readonly kind: 'failed'; readonly problem: Problem }

/**
 * Takes a removal from the question to its outcome. While a step is under way a second one is not begun, however fast
 * the clicks come.
 *
 * @param onOutcome told of every outcome.
 */
export const useRemovalSteps = (mirror: MirrorServer, onOutcome: (outcome: RemovalOutcome) => void) => {
  const [shown, setShown] = useState(mirror)
  const [phase, setPhase] = useState<RemovalPhase>({ kind: 'asking' })
  const isUnderWay = useRef(false)
  const { mutate } = useMutation({
    ...removeMirrorMutation(mirror.id),
    onSuccess: (outcome) => {
      isUnderWay.current = false
      setPhase({ kind: 'told', outcome, shown })
      if (outcome.kind === 'changed' || outcome.kind === 'still-there') setShown(outcome.mirror)
      onOutcome(outcome)
    },
    onError: (error) => {
      isUnderWay.current = false
      setPhase({ kind: 'failed', problem: problemOf(error) })
    },
  })
  const begin = (next: RemovalPhase, step: RemovalStep) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setPhase(next)
    mutate(step)
  }
  return {
    shown,
    phase,
    remove: () =>
      begin({ kind: 'sending' }, { kind: 'remove', shown, onChecking: () => setPhase({ kind: 'checking' }) }),
    checkAgain: (problem: Problem) => begin({ kind: 'checking' }, { kind: 'check', problem }),
  }
}
