import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { PROBE_FAILURES, probeRequest, probeResult } from './probe.ts'

const common = { checkedAt: 1_800_000_000_000, tookMs: 12, clockDifferenceMs: null }

describe('probeRequest', () => {
  it('takes two ids and nothing else: never an address', () => {
    const ids = { mirrorId: 'B0F5', repositoryId: '1' }
    expect(v.is(probeRequest, ids)).toBe(true)
    expect(v.is(probeRequest, { ...ids, url: 'http://169.254.169.254/' })).toBe(false)
    expect(v.is(probeRequest, { mirrorId: 'B0F5' })).toBe(false)
  })
})

describe('probeResult', () => {
  it('reads an answer, and reads it again as the same', () => {
    const once = v.parse(probeResult, {
      kind: 'answered',
      answer: { available: true, status: 'AVAILABLE', lastUpdated: 1_453_879_734_348 },
      ...common,
    })
    expect(v.parse(probeResult, JSON.parse(JSON.stringify(once)))).toEqual(once)
  })

  it.each(PROBE_FAILURES)('reads the failure "%s"', (failure) => {
    const wire = { kind: 'failed', failure, status: null, detail: null, ...common }
    expect(v.parse(probeResult, wire)).toEqual(wire)
  })

  it('refuses an answer that says neither available nor status, as the gateway does', () => {
    expect(v.is(probeResult, { kind: 'answered', answer: {}, ...common })).toBe(false)
    expect(v.is(probeResult, { kind: 'failed', failure: 'moved', status: null, ...common })).toBe(false)
  })
})
