import type { MirroringRequest } from '#contract/mirroring-request.ts'
import {
  descriptorRule,
  encryptionRule,
  hostRule,
  placeRule,
  readableRule,
  userInfoRule,
  writtenFormRule,
} from './address-rules.ts'
import { claimedAddressOf } from './claimed-address.ts'
import { nameRule, reachabilityRule, versionRule } from './mirror-rules.ts'
import { competingRule, sameHostRule } from './pending-rules.ts'
import type { RiskFinding, RiskSeverity } from './risk-finding.ts'
import type { RiskFacts, RiskRule } from './risk-facts.ts'
import { acceptedRule, knownHostRule, sameAddressRule, sameIdRule, sameNameRule } from './duplicate-rules.ts'

/** Every check, in the order of a review: address, name, duplicates, version. */
const RULES: readonly RiskRule[] = [
  readableRule,
  encryptionRule,
  hostRule,
  writtenFormRule,
  userInfoRule,
  placeRule,
  knownHostRule,
  acceptedRule,
  nameRule,
  sameNameRule,
  sameIdRule,
  sameAddressRule,
  competingRule,
  sameHostRule,
  descriptorRule,
  versionRule,
  reachabilityRule,
]

const WEIGHT: Record<RiskSeverity, number> = { warning: 0, notice: 1, unknown: 2, ok: 3 }

/** All that is found about a request, the most serious first. */
export const requestRiskOf = (request: MirroringRequest, facts: RiskFacts): readonly RiskFinding[] => {
  const subject = { request, address: claimedAddressOf(request.mirrorBaseUrl) }
  return RULES.flatMap((rule) => rule(subject, facts) ?? []).toSorted(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity],
  )
}
