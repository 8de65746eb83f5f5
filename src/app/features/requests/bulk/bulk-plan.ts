import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { type Allowed, allowed, refused } from '#app/text/allowed.ts'
import { bulkLimits, overLimitWords } from './bulk-limits.ts'
import { requestCan } from '#app/features/requests/list/request-can.ts'
import { acceptConsentOf } from '#app/features/requests/risk/accept-consent.ts'
import { requestRiskOf } from '#app/features/requests/risk/request-risk.ts'
import type { RiskFacts } from '#app/features/requests/risk/risk-facts.ts'

/** A request that is left out, and why. */
export type LeftOut = { readonly request: MirroringRequest; readonly why: string }

/** What a bulk decision would do. */
export type BulkPlan = {
  readonly taken: readonly MirroringRequest[]
  readonly leftOut: readonly LeftOut[]
  /** What requests are judged by is still being read. */
  readonly isReading: boolean
}

/** Whether this one may be accepted among many. */
const mayAccept = (request: MirroringRequest, facts: RiskFacts): Allowed => {
  const findings = requestRiskOf(request, facts)
  const warnings = findings.filter(({ severity }) => severity === 'warning').map(({ check }) => check)
  if (warnings.length > 0) return refused(`Warnings: ${warnings.join(', ')}.`)
  // A single request is reviewed with what is not known; one among many is not.
  const isJudged = [facts.mirrors, facts.pending].every((list) => list.kind === 'known' && list.value.isWhole)
  if (!isJudged) return refused('What it is judged by could not be read as a whole.')
  return acceptConsentOf(request, findings, facts).kind === 'tick'
    ? allowed
    : refused('It must be reviewed alone.')
}

/** Requests that are judged in one step, which takes a few ms. */
const STEP = 100

/**
 * Which of the selected requests a decision takes, in steps between which the browser can draw. Accepting takes none
 * with a warning: warnings must be reviewed one by one. Deleting takes any. Of those that may be taken, the first are,
 * up to the limit of the decision; every other one is judged all the same, and left out with its reason.
 *
 * @param facts what accepting is judged by; `null` for other decisions, which are judged by nothing that must be read.
 */
export function* bulkPlanning(
  selected: readonly MirroringRequest[],
  decision: Decision,
  facts: RiskFacts | null,
): Generator<void, BulkPlan> {
  const isReading =
    facts !== null &&
    decision === 'accept' &&
    [facts.mirrors, facts.pending, facts.upstreamVersion].some(({ kind }) => kind === 'reading')
  if (isReading) return { taken: [], leftOut: [], isReading }
  const most = bulkLimits[decision].most ?? Infinity
  const taken: MirroringRequest[] = []
  const refusals: LeftOut[] = []
  const over: LeftOut[] = []
  for (const [at, request] of selected.entries()) {
    if (at > 0 && at % STEP === 0) yield
    const byItself = decision === 'delete' ? requestCan.beDeleted(request) : requestCan.beDecided(request)
    const isJudged = byItself.isAllowed && decision === 'accept' && facts !== null
    const may = isJudged ? mayAccept(request, facts) : byItself
    if (!may.isAllowed) refusals.push({ request, why: may.why })
    else if (taken.length < most) taken.push(request)
    else over.push({ request, why: overLimitWords(most) })
  }
  return { taken, leftOut: [...refusals, ...over], isReading }
}

/** The whole plan at once, with all that `bulkPlanning` takes. */
export const bulkPlanOf = (...given: Parameters<typeof bulkPlanning>): BulkPlan => {
  const planning = bulkPlanning(...given)
  let step = planning.next()
  while (step.done !== true) step = planning.next()
  return step.value
}
