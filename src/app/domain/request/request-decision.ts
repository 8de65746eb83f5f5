import { mutationOptions } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { isSameId } from '#contract/subject.ts'
import { call } from '#app/api/client.ts'
import {
  type ConfirmedWrite,
  confirmedWrite,
  type WriteOutcome,
  type WriteStep,
} from '#app/api/confirmed-write.ts'
import { Problem, problemOf } from '#app/api/problem.ts'
import { mirrorKeys } from '#app/domain/mirror/mirrors.ts'
import { webAddressOf } from '#app/text/web-address.ts'
import { noteDecided } from './note-decided.ts'
import { requestKeys } from './requests.ts'

/** What an administrator can do with a request: the first two only while it is pending. */
export type Decision = 'accept' | 'reject' | 'delete'

/** A decision about a request as it was shown. */
export type DecisionSubject = { readonly shown: MirroringRequest; readonly decision: Decision }

/** What became of a decision. The answer is the new mirror server after accepting, else `null`. */
export type DecisionOutcome = WriteOutcome<MirroringRequest, MirrorServer | null>

const plainAddress = (address: string): string =>
  (webAddressOf(address)?.href ?? address).replace(/\/+$/, '').toLowerCase()

/**
 * Whether a mirror can be the one that asked: it has the id or the address of the request. Nothing documents that both
 * stay, and what either side leaves out is no contradiction.
 */
const isMirrorOf = (
  { mirrorId, mirrorBaseUrl }: MirroringRequest,
  { id, baseUrl }: MirrorServer,
): boolean => {
  if (mirrorId === null || isSameId(mirrorId, id)) return true
  return mirrorBaseUrl === null || baseUrl === null || plainAddress(mirrorBaseUrl) === plainAddress(baseUrl)
}

/** Sends the one write of a decision; only accepting answers something worth keeping. */
const sendDecision = async (decision: Decision, shown: MirroringRequest): Promise<MirrorServer | null> => {
  const input = { parameters: { mirroringRequestId: shown.id } }
  if (decision === 'delete') {
    await call('deleteRequest', input)
    return null
  }
  const mirror = await call(decision === 'accept' ? 'acceptRequest' : 'rejectRequest', input)
  if (!isMirrorOf(shown, mirror)) throw new Problem({ kind: 'other-subject' })
  return decision === 'accept' ? mirror : null
}

/** Bitbucket says with 409 in its documents, and also with 404, that it has no such request. */
const readRequest = async (mirroringRequestId: string): Promise<MirroringRequest | null> => {
  try {
    return await call('getRequest', { parameters: { mirroringRequestId } })
  } catch (error) {
    const { kind } = problemOf(error)
    if (kind === 'conflict' || kind === 'not-found') return null
    throw error
  }
}

/** Whether a decision can still be made: a request may be deleted in any state. */
export const isOpen = ({ state }: MirroringRequest, decision: Decision): boolean =>
  decision === 'delete' || state === 'PENDING'

/** The write of a decision. */
export const decisionWrite = ({
  shown,
  decision,
}: DecisionSubject): ConfirmedWrite<MirroringRequest, MirrorServer | null> => ({
  read: () => readRequest(shown.id),
  // Both readings come from one schema, so their fields have one order.
  isAsShown: (now) => now !== null && isOpen(now, decision) && JSON.stringify(shown) === JSON.stringify(now),
  send: () => sendDecision(decision, shown),
  isDone: (now) =>
    decision === 'delete' ? now === null : now?.state === (decision === 'accept' ? 'ACCEPTED' : 'REJECTED'),
  isReadBack: false,
})

/** What a decision makes old, also when it failed: someone else may have been faster. */
export const madeOldByDecision = [requestKeys.all, mirrorKeys.all]

const stateAfter: Record<Exclude<Decision, 'delete'>, string> = { accept: 'ACCEPTED', reject: 'REJECTED' }

/** How a request is after a decision about it: `null` where it is gone, `undefined` where that is not known. */
export const requestAfter = (
  { shown, decision }: DecisionSubject,
  outcome: DecisionOutcome,
): MirroringRequest | null | undefined => {
  switch (outcome.kind) {
    case 'done':
      return decision === 'delete' ? null : { ...shown, state: stateAfter[decision] }
    case 'found':
    case 'changed':
      return outcome.truth
    case 'gone':
      return null
    case 'not-done':
    case 'unknown':
      return undefined
  }
}

/** Accepts, rejects or deletes a request, at most once. */
export const decideMutation = (requestId: string) =>
  mutationOptions({
    mutationKey: ['decide-request', requestId],
    mutationFn: async ({ subject, ...ports }: WriteStep<DecisionSubject>, { client }) => {
      const outcome = await confirmedWrite(decisionWrite(subject), ports)
      const now = requestAfter(subject, outcome)
      if (now !== undefined) noteDecided(client, subject.shown.id, now)
      return outcome
    },
    // One decision per request at a time, wherever it was clicked.
    scope: { id: `request-${requestId}` },
    meta: { invalidates: madeOldByDecision },
  })
