import { describe, expect, it } from 'vitest'
import type { Verdict, VerdictKind } from '#health/mirror-verdict.ts'
import { transitionsOf } from './fleet-transitions.ts'
import { fleetSnapshotOf, NO_SNAPSHOT, rememberedSnapshot } from './fleet-snapshot.ts'

const mirror = {
  id: 'a',
  name: 'A',
  baseUrl: 'http://a.test',
  enabled: true,
  lastSeenDate: null,
  mirrorType: null,
  productType: null,
  productVersion: '8.16.2',
}
const request = {
  id: '7',
  state: 'PENDING',
  mirrorName: 'Sydney',
  mirrorId: null,
  mirrorBaseUrl: null,
  mirrorType: null,
  productType: null,
  productVersion: null,
  addonDescriptorUri: null,
}
const walked = <Row>(row: Row) => ({
  rows: [row],
  unreadable: [],
  fault: null,
  hasMore: false,
  duplicates: 0,
})
const verdict = (kind: VerdictKind): Verdict => ({
  kind,
  checkedAt: null,
  since: null,
  detail: null,
  clockDifferenceMs: null,
})
const verdicts = new Map([['a', verdict('healthy')]])
const of = (kind: VerdictKind) => fleetSnapshotOf(walked(mirror), undefined, new Map([['a', verdict(kind)]]))
const kindAfter = (before: VerdictKind, now: VerdictKind) =>
  rememberedSnapshot(of(before), of(now)).mirrors?.rows[0]?.verdict

describe('a snapshot of the fleet', () => {
  it('has every mirror with its verdict and version, and the pending requests by name', () => {
    expect(fleetSnapshotOf(walked(mirror), walked(request), verdicts)).toMatchObject({
      mirrors: {
        rows: [{ id: 'a', name: 'A', verdict: 'healthy', version: '8.16.2', address: 'http://a.test' }],
        fault: null,
      },
      requests: { rows: [{ id: '7', mirrorName: 'Sydney' }], hasMore: false },
    })
  })

  it('has nothing of lists that were not read', () => {
    expect(fleetSnapshotOf(undefined, undefined, verdicts)).toEqual(NO_SNAPSHOT)
  })

  it.each([
    ['is remembered while it cannot be read', { unreadable: [{ index: 0, id: 'a', problem: '' }] }, ['a']],
    ['is remembered while the list breaks off', { fault: 'endless' as const }, ['a']],
    ['is forgotten when it is gone', {}, []],
  ])('a mirror %s', (_what, gaps, ids) => {
    const before = fleetSnapshotOf(walked(mirror), undefined, verdicts)
    const now = fleetSnapshotOf({ ...walked(mirror), rows: [], ...gaps }, undefined, verdicts)
    expect(rememberedSnapshot(before, now).mirrors?.rows.map(({ id }) => id)).toEqual(ids)
  })

  it('of thousands of requests is compared by looking at each a few times, not each for each', () => {
    let looks = 0
    const rows = Array.from({ length: 1000 }, (_row, at) => ({
      ...request,
      get id() {
        looks += 1
        return String(at)
      },
    }))
    const part = (from: number) =>
      fleetSnapshotOf(
        undefined,
        { rows: rows.slice(from), unreadable: [], fault: null, hasMore: true, duplicates: 0 },
        verdicts,
      )
    expect(rememberedSnapshot(part(0), part(500)).requests?.rows).toHaveLength(1000)
    expect(transitionsOf(part(500), part(0))).toEqual([])
    expect(looks).toBeLessThan(10_000)
  })

  it('keeps the last known verdict of a mirror that was not checked again', () => {
    expect(kindAfter('unreachable', 'not-checked')).toBe('unreachable')
    expect(kindAfter('unreachable', 'healthy')).toBe('healthy')
  })
})
