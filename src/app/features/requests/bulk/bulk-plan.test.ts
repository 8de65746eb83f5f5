import { expect, it } from 'vitest'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { claimIndexOf } from '#app/features/requests/risk/claim-index.ts'
import type { RiskFacts } from '#app/features/requests/risk/risk-facts.ts'
import { bulkPlanOf } from './bulk-plan.ts'

const request = (id: string, given: Partial<MirroringRequest> = {}): MirroringRequest => ({
  id,
  state: 'PENDING',
  mirrorName: `Mirror ${id}`,
  mirrorId: `ID-${id}`,
  mirrorBaseUrl: `https://m${id}.acme.com`,
  mirrorType: 'SINGLE',
  productType: null,
  productVersion: '8.16.2',
  addonDescriptorUri: null,
  ...given,
})
const facts: RiskFacts = {
  upstream: 'https://bitbucket.acme.com',
  upstreamVersion: { kind: 'known', value: '8.16.2' },
  mirrors: { kind: 'known', value: claimIndexOf([], true) },
  pending: { kind: 'known', value: claimIndexOf([], true) },
}
const clean = request('2')
const warned = request('3', { mirrorBaseUrl: 'https://a@evil.example' })
const decided = request('4', { state: 'REJECTED' })
const unnamed = request('..')
const selected = [clean, warned, decided, unnamed]

it('accepting takes what is pending and without warnings, and says why it leaves out the others', () => {
  const { taken, leftOut } = bulkPlanOf(selected, 'accept', facts)
  expect(taken).toEqual([clean])
  expect(leftOut).toEqual([
    { request: warned, why: 'Warnings: User name in the address.' },
    { request: decided, why: 'It is no longer pending.' },
    { request: unnamed, why: expect.stringContaining('cannot be used in an address') },
  ])
})

it('rejecting takes what is pending, deleting takes what has an id', () => {
  expect(bulkPlanOf(selected, 'reject', facts).taken).toEqual([clean, warned])
  expect(bulkPlanOf(selected, 'delete', facts).taken).toEqual([clean, warned, decided])
})

it('accepting waits for what requests are judged by, and takes none that cannot be judged', () => {
  expect(bulkPlanOf(selected, 'accept', { ...facts, mirrors: { kind: 'reading' } })).toEqual({
    taken: [],
    leftOut: [],
    isReading: true,
  })
  expect(bulkPlanOf([clean], 'accept', { ...facts, mirrors: { kind: 'failed' } }).taken).toEqual([])
  const holed = { kind: 'known', value: claimIndexOf([], false) } as const
  expect(bulkPlanOf([clean], 'accept', { ...facts, mirrors: holed }).taken).toEqual([])
  expect(bulkPlanOf([clean], 'accept', { ...facts, pending: holed }).taken).toEqual([])
})
