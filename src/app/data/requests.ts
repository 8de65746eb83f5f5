import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { MirroringRequest, RequestState } from '#contract/mirroring-request.ts'
import { call } from './client.ts'
import { mirrorKeys } from './mirrors.ts'
import type { Problem } from './problem.ts'
import { checkDecision, type Decision, decide } from './request-decision.ts'
import { walkOptions } from './walk.ts'

/** Keys of everything about mirroring requests. */
const requestKeys = {
  all: ['requests'] as const,
  list: (state: RequestState | null) => [...requestKeys.all, 'list', state ?? 'ALL'] as const,
  one: (requestId: string) => [...requestKeys.all, 'one', requestId] as const,
}

/** Mirroring requests in one state, or in all of them. Fresh for 10 s: somebody else may be deciding too. */
export const requestsQuery = (state: RequestState | null) =>
  walkOptions({
    queryKey: requestKeys.list(state),
    fetchPage: (page, signal) =>
      call('listRequests', { query: { ...page, state: state ?? undefined } }, signal),
    staleTime: 10_000,
  })

/** One mirroring request. */
export const requestQuery = (mirroringRequestId: string) =>
  queryOptions({
    queryKey: requestKeys.one(mirroringRequestId),
    queryFn: ({ signal }) => call('getRequest', { parameters: { mirroringRequestId } }, signal),
    staleTime: 10_000,
  })

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** One step of a decision: to decide about the request as it was shown, or to read what became of a decision. */
export type DecisionStep =
  | {
      readonly kind: 'decide'
      readonly shown: MirroringRequest
      readonly decision: Decision
      readonly onChecking: () => void
    }
  | { readonly kind: 'check'; readonly problem: Problem }

/**
 * Accepts or rejects a request, at most once, and tells what became of it. Deciding makes both lists old, also when
 * it failed: somebody else may have been faster.
 */
export const decideMutation = (requestId: string) =>
  mutationOptions({
    mutationKey: ['decide-request', requestId],
    mutationFn: (step: DecisionStep) =>
      step.kind === 'decide'
        ? decide(step.shown, step.decision, { onChecking: step.onChecking, wait })
        : checkDecision(requestId, step.problem, { wait }),
    // One decision per request at a time, wherever it was clicked.
    scope: { id: `request-${requestId}` },
    meta: { invalidates: [requestKeys.all, mirrorKeys.all] },
  })
