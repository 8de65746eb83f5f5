import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { claimedAddressOf } from './claimed-address.ts'
import type { RiskFinding } from './risk-finding.ts'
import type { RiskFacts } from './risk-facts.ts'

/** What the user must do before a request can be accepted. */
export type AcceptConsent =
  /** What the request is judged by is still being read. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'tick' }
  /** Type this host, which is in ASCII. */
  | { readonly kind: 'type'; readonly host: string }
  /** There are warnings and no host that could be typed: it is not known what would be accepted. */
  | { readonly kind: 'refuse' }

/** Which consent the findings ask for. */
export const acceptConsentOf = (
  request: MirroringRequest,
  findings: readonly RiskFinding[],
  facts: RiskFacts,
): AcceptConsent => {
  const read = [facts.mirrors, facts.pending, facts.upstreamVersion]
  if (read.some(({ kind }) => kind === 'reading')) return { kind: 'wait' }
  if (findings.every(({ severity }) => severity !== 'warning')) return { kind: 'tick' }
  const address = claimedAddressOf(request.mirrorBaseUrl)
  return address.kind === 'web' ? { kind: 'type', host: address.host } : { kind: 'refuse' }
}
