import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { type Claim, claimIndexOf } from '#app/features/requests/risk/claim-index.ts'
import type { RiskFacts } from '#app/features/requests/risk/risk-facts.ts'

/** A pending request about which nothing warns. */
export const request: MirroringRequest = {
  id: '7',
  state: 'PENDING',
  mirrorName: 'Tokyo',
  mirrorId: 'B0F5-CS21',
  mirrorBaseUrl: 'https://tokyo.acme.com',
  mirrorType: 'SINGLE',
  productType: null,
  productVersion: '8.16.2',
  addonDescriptorUri: null,
}

/** A mirror that is there already. */
export const dublin: Claim = {
  rowId: 'D1',
  mirrorId: 'DB11-0001',
  name: 'Dublin',
  address: 'https://dublin.acme.com/bitbucket/',
}
/** What the request itself claims. */
export const own: Claim = {
  rowId: '7',
  mirrorId: 'B0F5-CS21',
  name: 'Tokyo',
  address: 'https://tokyo.acme.com',
}

/** A world in which everything is known, and nothing speaks against the request. */
export const facts: RiskFacts = {
  upstream: 'https://bitbucket.acme.com',
  upstreamVersion: { kind: 'known', value: '8.16.2' },
  mirrors: { kind: 'known', value: claimIndexOf([dublin], true) },
  pending: { kind: 'known', value: claimIndexOf([own], true) },
}
