import * as v from 'valibot'
import { expect, it } from 'vitest'
import { mirroringRequest } from '#contract/mirroring-request.ts'
import { requestRiskOf } from './request-risk.ts'
import type { RiskFacts } from './risk-facts.ts'

const facts: RiskFacts = {
  upstream: null,
  upstreamVersion: { kind: 'reading' },
  mirrors: { kind: 'reading' },
  pending: { kind: 'reading' },
}

const named = (mirrorName: string) => v.parse(mirroringRequest, { id: 7, state: 'PENDING', mirrorName })

it.each([
  ['T\u043Ekyo', 'T[U+043E]kyo'],
  ['V\u0456rgini\u0430', 'V[U+0456]rgini[U+0430]'],
  ['\u039Fslo', '[U+039F]slo'],
])('%j is spelt out, since its letters look the same in any font', (name, spelt) => {
  const found = requestRiskOf(named(name), facts).find(({ check }) => check === 'Name')
  expect(found?.evidence).toEqual([{ name: 'Spelt out', text: spelt }])
})
