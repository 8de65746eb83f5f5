import { describe, expect, it } from 'vitest'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { claimIndexOf } from '#app/features/requests/risk/claim-index.ts'
import type { RiskFacts } from '#app/features/requests/risk/risk-facts.ts'
import { bulkPlanning, bulkPlanOf } from './bulk-plan.ts'
import { leftOutGroups } from './left-out-groups.ts'

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

describe('of more than the limit', () => {
  const many = Array.from({ length: 250 }, (_, at) =>
    request(
      `many-${String(at)}`,
      at % 10 === 0 ? { mirrorBaseUrl: `https://a@evil-${String(at)}.example` } : {},
    ),
  )

  it('the first hundred without warnings are accepted, and every other one is counted by its reason', () => {
    const { taken, leftOut } = bulkPlanOf(many, 'accept', facts)
    expect(taken).toEqual(many.filter((_, at) => at % 10 !== 0).slice(0, 100))
    expect(leftOutGroups(leftOut).map(({ why, requests }) => [why, requests.length])).toEqual([
      ['Warnings: User name in the address.', 25],
      ['At most 100 at once. These stay selected and can be taken next.', 125],
    ])
  })

  it('the next hundred are taken after them', () => {
    const first = new Set(bulkPlanOf(many, 'accept', facts).taken)
    const next = bulkPlanOf(
      many.filter((one) => !first.has(one)),
      'accept',
      facts,
    ).taken
    expect(next).toEqual(many.filter((_, at) => at % 10 !== 0).slice(100, 200))
  })

  it('all are rejected or deleted', () => {
    expect(bulkPlanOf(many, 'reject', null).taken).toHaveLength(250)
    expect(bulkPlanOf(many, 'delete', null).taken).toHaveLength(250)
  })

  it('no step judges more than a hundred, and each request is judged once', () => {
    let judged = 0
    const countedOf = (one: MirroringRequest): MirroringRequest => ({
      ...one,
      get mirrorName() {
        judged += 1
        return one.mirrorName
      },
    })
    const counted = many.map(countedOf)
    const perRequest = (() => {
      bulkPlanOf(counted.slice(0, 1), 'accept', facts)
      return judged
    })()
    judged = 0
    const steps: number[] = []
    const planning = bulkPlanning(counted, 'accept', facts)
    for (let step = planning.next(); step.done !== true; step = planning.next()) steps.push(judged)
    expect(steps).toEqual([100 * perRequest, 200 * perRequest])
    expect(judged).toBe(250 * perRequest)
  })
})
