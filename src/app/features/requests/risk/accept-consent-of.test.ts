import { describe, expect, it } from 'vitest'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { acceptConsentOf } from './accept-consent.ts'
import { requestRiskOf } from './request-risk.ts'
import type { RiskFacts } from './risk-facts.ts'
import { facts, request } from './testing/risk-sample.ts'

const consentFor = (given: Partial<MirroringRequest>, world: Partial<RiskFacts> = {}) => {
  const [judged, known] = [
    { ...request, ...given },
    { ...facts, ...world },
  ]
  return acceptConsentOf(judged, requestRiskOf(judged, known), known)
}

describe('accepting asks for', () => {
  it('a tick when nothing warns', () => expect(consentFor({})).toEqual({ kind: 'tick' }))

  it('the true host when something warns', () =>
    expect(consentFor({ mirrorBaseUrl: 'https://acme.com@evil.example' })).toEqual({
      kind: 'type',
      host: 'evil.example',
    }))

  it('waiting while a fact is being read', () =>
    expect(consentFor({}, { mirrors: { kind: 'reading' } })).toEqual({ kind: 'wait' }))

  it('a refusal when there is no host to type', () =>
    expect(consentFor({ mirrorBaseUrl: 'javascript:alert(1)' })).toEqual({ kind: 'refuse' }))
})
