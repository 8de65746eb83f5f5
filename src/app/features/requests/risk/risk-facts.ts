import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { ClaimIndex } from './claim-index.ts'
import type { ClaimedAddress } from './claimed-address.ts'
import { finding, type RiskFinding } from './risk-finding.ts'

/** A fact that has to be read first; while it is not known, nothing that rests on it is guessed. */
export type Reading<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed' }

/** Everything that a request is judged by besides itself. */
export type RiskFacts = {
  /** Address of Bitbucket as configured. */
  readonly upstream: string | null
  readonly upstreamVersion: Reading<string>
  readonly mirrors: Reading<ClaimIndex>
  readonly pending: Reading<ClaimIndex>
}

/** The request that is judged, with its address read once. */
export type RiskSubject = { readonly request: MirroringRequest; readonly address: ClaimedAddress }

/** One check: `null` where it does not apply. */
export type RiskRule = (subject: RiskSubject, facts: RiskFacts) => RiskFinding | null

/** The finding of a check whose fact is missing. */
export const notKnown = (
  check: string,
  { kind }: { readonly kind: 'reading' | 'failed' },
  what: string,
): RiskFinding => ({
  ...finding(
    check,
    'unknown',
    kind === 'reading' ? `Not known yet: ${what} are being read.` : `Not known: ${what} could not be read.`,
  ),
  missing: kind,
})
