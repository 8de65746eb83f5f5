import { mutationOptions } from '@tanstack/react-query'
import type * as v from 'valibot'
import type { MirroringRequest, mirroringRequestBody } from '#contract/mirroring-request.ts'
import { call } from '#app/api/client.ts'
import { mayHaveTakenEffect } from '#app/api/lost-answer.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'
import { requestKeys } from './requests.ts'
import { readWholeList } from '#app/api/paged-list.ts'

/** What is sent to register a mirror. */
type Body = v.InferInput<typeof mirroringRequestBody>

/** What became of a registration. Only `done` was confirmed by the server as ours. */
export type RegistrationOutcome =
  | { readonly kind: 'done'; readonly request: MirroringRequest }
  /** The answer was lost, and a pending request with these facts is there. */
  | { readonly kind: 'found'; readonly request: MirroringRequest }
  /** The answer was lost, and no such request is there. */
  | { readonly kind: 'not-done'; readonly problem: Problem }
  /** The answer was lost, and the truth could not be read either. */
  | { readonly kind: 'unknown'; readonly problem: Problem }

const isOf = (body: Body, request: MirroringRequest): boolean =>
  request.mirrorId === body.mirrorId &&
  request.mirrorName === body.mirrorName &&
  request.mirrorBaseUrl === body.mirrorBaseUrl

const pendingLike = async (body: Body): Promise<readonly MirroringRequest[]> => {
  const { rows } = await readWholeList((page) =>
    call('listRequests', { query: { ...page, state: 'PENDING' } }),
  )
  return rows.filter((request) => isOf(body, request))
}

/** Reads what became of a registration whose answer was `problem`. Sends no write. */
export const checkRegistration = async (body: Body, problem: Problem): Promise<RegistrationOutcome> => {
  try {
    const request = (await pendingLike(body)).at(-1)
    return request === undefined ? { kind: 'not-done', problem } : { kind: 'found', request }
  } catch {
    return { kind: 'unknown', problem }
  }
}

/**
 * Asks Bitbucket in a mirror's name to let it join: one write and no second one; when the answer is lost, the truth
 * is read.
 *
 * @throws Problem when it was refused: nothing took effect then.
 */
export const register = async (body: Body, onChecking: () => void): Promise<RegistrationOutcome> => {
  try {
    return { kind: 'done', request: await call('createRequest', { body }) }
  } catch (error) {
    const problem = problemOf(error)
    if (!mayHaveTakenEffect(problem)) throw problem
    onChecking()
    return checkRegistration(body, problem)
  }
}

/** One step of a registration: to send it, or to read what became of it. */
export type RegistrationStep =
  | { readonly kind: 'register'; readonly body: Body; readonly onChecking: () => void }
  | { readonly kind: 'check'; readonly body: Body; readonly problem: Problem }

/** Registers a mirror, at most once, and tells what became of it. */
export const registerMutation = mutationOptions({
  mutationKey: ['register-mirror'],
  mutationFn: (step: RegistrationStep) =>
    step.kind === 'register'
      ? register(step.body, step.onChecking)
      : checkRegistration(step.body, step.problem),
  scope: { id: 'register-mirror' },
  meta: { invalidates: [requestKeys.all] },
})
