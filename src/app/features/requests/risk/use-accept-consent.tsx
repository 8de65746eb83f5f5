import { type ReactNode, useMemo, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { type Allowed, allowed, refused } from '#app/text/allowed.ts'
import { type AcceptConsent, acceptConsentOf } from './accept-consent.ts'
import { ConsentField } from './consent-field.tsx'
import { requestRiskOf } from './request-risk.ts'
import type { RiskFinding } from './risk-finding.ts'
import { useRiskFacts } from './use-risk-facts.ts'

type Given = { readonly request: MirroringRequest; readonly isTicked: boolean; readonly typed: string }

const missingWords: Record<AcceptConsent['kind'], string> = {
  wait: 'Reading what is known about this mirror.',
  tick: 'Tick the box above to accept.',
  type: 'Type the host above to accept.',
  refuse: 'It cannot be accepted here. It has warnings and no host name to confirm. Reject or delete it.',
}

const isGiven = (consent: AcceptConsent, { isTicked, typed }: Given): boolean => {
  if (consent.kind === 'tick') return isTicked
  return consent.kind === 'type' && typed.trim().toLowerCase() === consent.host
}

/**
 * What a request is judged to be, and the consent that accepting it asks for. A consent is about one set of facts:
 * when the request changes it is gone, and when a new warning appears the tick is not enough any more.
 */
export const useAcceptConsent = (
  request: MirroringRequest,
  isDisabled: boolean,
): {
  readonly findings: readonly RiskFinding[]
  readonly field: ReactNode
  /** Whether the consent was given. */
  readonly mayAccept: Allowed
} => {
  const facts = useRiskFacts()
  const [given, setGiven] = useState<Given>({ request, isTicked: false, typed: '' })
  const findings = useMemo(() => requestRiskOf(request, facts), [request, facts])
  const consent = acceptConsentOf(request, findings, facts)
  const current = given.request === request ? given : { request, isTicked: false, typed: '' }
  return {
    findings,
    field: (
      <ConsentField
        consent={consent}
        isTicked={current.isTicked}
        typed={current.typed}
        isDisabled={isDisabled}
        onTick={(isTicked) => setGiven({ ...current, isTicked })}
        onType={(typed) => setGiven({ ...current, typed })}
      />
    ),
    mayAccept: isGiven(consent, current) ? allowed : refused(missingWords[consent.kind]),
  }
}
