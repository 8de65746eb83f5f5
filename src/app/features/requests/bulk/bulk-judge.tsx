import { useLayoutEffect } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { useRiskFacts } from '#app/features/requests/risk/use-risk-facts.ts'
import type { BulkPlan } from './bulk-plan.ts'
import { useBulkPlan } from './use-bulk-plan.ts'

/**
 * Judges the selected requests, and again whenever what they are judged by changes. It draws nothing, so that it can go
 * once a plan is confirmed: each decision of the run changes the lists, and thousands would be judged anew each time.
 *
 * @param onPlan called with each plan; the same function for all calls.
 */
export const BulkJudge = ({
  requests,
  onPlan,
}: {
  requests: readonly MirroringRequest[]
  onPlan: (plan: BulkPlan) => void
}) => {
  const plan = useBulkPlan(requests, useRiskFacts())
  // Before anything is drawn: a few requests are judged at once.
  useLayoutEffect(() => onPlan(plan), [plan, onPlan])
  return null
}
