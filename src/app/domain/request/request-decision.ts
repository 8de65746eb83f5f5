import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { call } from '#app/api/client.ts'
import { mayHaveTakenEffect, readPatiently, type WritePorts } from '#app/api/lost-answer.ts'
import { type Problem, type ProblemKind, problemOf } from '#app/api/problem.ts'

/** What an administrator can do with a request: the first two only while it is pending. */
export type Decision = 'accept' | 'reject' | 'delete'

/** What became of a decision. Only `done` was confirmed as ours by the server. */
export type DecisionOutcome =
  /** `mirror` is the new mirror server, after accepting. */
  | { readonly kind: 'done'; readonly mirror: MirrorServer | null }
  /** Its fields are not those that were shown: nothing was sent. */
  | { readonly kind: 'changed'; readonly request: MirroringRequest }
  /** It is no longer pending. Whose decision that was is certain, except when our own answer was lost. */
  | { readonly kind: 'handled'; readonly request: MirroringRequest; readonly mayBeOurs: boolean }
  /** Bitbucket no longer knows it. Our decision may have taken effect before that, when its answer was lost. */
  | { readonly kind: 'gone'; readonly mayBeOurs: boolean }
  /** The answer was lost or refused, and the request is still pending. */
  | { readonly kind: 'not-done'; readonly request: MirroringRequest; readonly problem: Problem }
  /** The answer was lost, and the truth could not be read either. */
  | { readonly kind: 'unknown'; readonly problem: Problem }

/** Problems by which Bitbucket says that the request is not there, or not pending: 409 in its documents, also 404. */
const REFUSED: ReadonlySet<ProblemKind> = new Set(['conflict', 'not-found'])

/** Sends the one write of a decision; only accepting answers something worth keeping. */
const sendDecision = async (decision: Decision, requestId: string): Promise<MirrorServer | null> => {
  const input = { parameters: { mirroringRequestId: requestId } }
  switch (decision) {
    case 'accept':
      return call('acceptRequest', input)
    case 'reject':
      await call('rejectRequest', input)
      return null
    case 'delete':
      await call('deleteRequest', input)
      return null
  }
}

/** Whether two readings of a request have the same facts. Both come from one schema, so their fields have one order. */
const isSame = (shown: MirroringRequest, now: MirroringRequest): boolean =>
  JSON.stringify(shown) === JSON.stringify(now)

/** Whether a decision can still be made: a request may be deleted in any state. */
const isOpen = ({ state }: MirroringRequest, decision: Decision): boolean =>
  decision === 'delete' || state === 'PENDING'

/**
 * Reads a request past the cache: a poll that began before the write would bring what was true before it. `null`
 * when Bitbucket says that there is none.
 */
const readAgain = async (requestId: string): Promise<MirroringRequest | null> => {
  try {
    return await call('getRequest', { parameters: { mirroringRequestId: requestId } })
  } catch (error) {
    if (REFUSED.has(problemOf(error).kind)) return null
    throw error
  }
}

/**
 * Reads what became of a decision that was sent and not confirmed: `problem` is what came instead of an answer.
 * Sends no write.
 */
export const checkDecision = async (
  shown: MirroringRequest,
  decision: Decision,
  problem: Problem,
  { wait }: Pick<WritePorts, 'wait'>,
): Promise<DecisionOutcome> => {
  let request: MirroringRequest | null
  try {
    request = await readPatiently(() => readAgain(shown.id), wait)
  } catch {
    return { kind: 'unknown', problem }
  }
  // A refusal is an answer: ours changed nothing, so somebody else did.
  const mayBeOurs = !REFUSED.has(problem.kind)
  if (request === null) return { kind: 'gone', mayBeOurs }
  return isOpen(request, decision)
    ? { kind: 'not-done', request, problem }
    : { kind: 'handled', request, mayBeOurs }
}

/**
 * Decides about a request that was shown as `shown`: reads it again, sends one write and no second one, and when the
 * answer is a conflict or is lost, reads the truth instead of guessing.
 *
 * @throws Problem when the request could not be read before, or the write was refused: nothing took effect then.
 */
export const decide = async (
  shown: MirroringRequest,
  decision: Decision,
  { onChecking, wait }: WritePorts,
): Promise<DecisionOutcome> => {
  const current = await readAgain(shown.id)
  if (current === null) return { kind: 'gone', mayBeOurs: false }
  if (!isOpen(current, decision)) return { kind: 'handled', request: current, mayBeOurs: false }
  if (!isSame(shown, current)) return { kind: 'changed', request: current }
  try {
    return { kind: 'done', mirror: await sendDecision(decision, shown.id) }
  } catch (error) {
    const problem = problemOf(error)
    if (!REFUSED.has(problem.kind) && !mayHaveTakenEffect(problem)) throw problem
    onChecking()
    return checkDecision(shown, decision, problem, { wait })
  }
}
