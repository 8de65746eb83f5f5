import { describe, expect, it } from 'vitest'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { acceptConsentOf } from './accept-consent.ts'
import { claimIndexOf } from './claim-index.ts'
import { requestRiskOf } from './request-risk.ts'
import type { RiskFacts } from './risk-facts.ts'
import { facts as knownFacts, request as sample } from './testing/risk-sample.ts'

const request: MirroringRequest = {
  ...sample,
  mirrorBaseUrl: String.raw`https://evil.example\@bitbucket.acme.com/`,
}

const facts: RiskFacts = {
  ...knownFacts,
  mirrors: { kind: 'known', value: claimIndexOf([], true) },
  pending: { kind: 'known', value: claimIndexOf([], true) },
}

describe('an address that is not written as a browser uses it', () => {
  it('shows both forms and asks for the true host', () => {
    const findings = requestRiskOf(request, facts)
    expect(findings.find(({ check }) => check === 'Written form')).toMatchObject({
      severity: 'warning',
      evidence: [
        { name: 'Written', text: request.mirrorBaseUrl },
        { name: 'A browser uses', text: 'https://evil.example/@bitbucket.acme.com/' },
      ],
    })
    expect(acceptConsentOf(request, findings, facts)).toEqual({ kind: 'type', host: 'evil.example' })
  })
})
