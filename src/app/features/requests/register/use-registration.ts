import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import {
  registerMutation,
  type RegistrationOutcome,
  type RegistrationStep,
} from '#app/domain/request/request-registration.ts'
import { type DraftErrors, type DraftField, type RequestBody, serverErrorsOf } from './request-draft.ts'

/** Where a registration stands. */
export type RegistrationPhase =
  | { readonly kind: 'editing' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'told'
      readonly outcome: Extract<RegistrationOutcome, { kind: 'not-done' | 'unknown' }>
      readonly body: RequestBody
    }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** Takes a registration from the form to its outcome; while one is under way a second one is not begun. */
export const useRegistration = (onRegistered: (request: MirroringRequest) => void) => {
  const [phase, setPhase] = useState<RegistrationPhase>({ kind: 'editing' })
  const [serverErrors, setServerErrors] = useState<DraftErrors>({})
  const isUnderWay = useRef(false)
  const { mutate } = useMutation({
    ...registerMutation,
    onSuccess: (outcome, { body }) => {
      isUnderWay.current = false
      if (outcome.kind === 'done' || outcome.kind === 'found') onRegistered(outcome.request)
      else setPhase({ kind: 'told', outcome, body })
    },
    onError: (error) => {
      isUnderWay.current = false
      const problem = problemOf(error)
      setPhase({ kind: 'failed', problem })
      setServerErrors(serverErrorsOf(problem.errors))
    },
  })
  const begin = (next: RegistrationPhase, step: RegistrationStep) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setPhase(next)
    setServerErrors({})
    mutate(step)
  }
  return {
    phase,
    serverErrors,
    send: (body: RequestBody) =>
      begin(
        { kind: 'sending' },
        { kind: 'register', body, onChecking: () => setPhase({ kind: 'checking' }) },
      ),
    checkAgain: (body: RequestBody, problem: Problem) =>
      begin({ kind: 'checking' }, { kind: 'check', body, problem }),
    /** What Bitbucket said about a field is about what stood there before. */
    clear: (field: DraftField) => setServerErrors(({ [field]: _old, ...rest }) => rest),
  }
}
