import { mutationOptions } from '@tanstack/react-query'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { mirrorKeys } from '#app/domain/mirror/mirrors.ts'
import type { Problem } from '#app/api/problem.ts'
import { checkDecision, type Decision, decide } from './request-decision.ts'
import { requestKeys } from './requests.ts'
import { wait } from '#app/api/wait.ts'

/** One step of a decision: to decide about the request as it was shown, or to read what became of it. */
export type DecisionStep =
  | {
      readonly kind: 'decide'
      readonly shown: MirroringRequest
      readonly decision: Decision
      readonly onChecking: () => void
    }
  | {
      readonly kind: 'check'
      readonly shown: MirroringRequest
      readonly decision: Decision
      readonly problem: Problem
    }

/**
 * Accepts, rejects or deletes a request, at most once, and tells what became of it. Deciding makes both lists old,
 * also when it failed: somebody else may have been faster.
 */
export const decideMutation = (requestId: string) =>
  mutationOptions({
    mutationKey: ['decide-request', requestId],
    mutationFn: (step: DecisionStep) =>
      step.kind === 'decide'
        ? decide(step.shown, step.decision, { onChecking: step.onChecking, wait })
        : checkDecision(step.shown, step.decision, step.problem, { wait }),
    // One decision per request at a time, wherever it was clicked.
    scope: { id: `request-${requestId}` },
    meta: { invalidates: [requestKeys.all, mirrorKeys.all] },
  })
