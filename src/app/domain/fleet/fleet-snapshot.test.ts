import { describe, expect, test } from 'vitest'
import { mirrorSightsOf, requestNamesOf } from './fleet-snapshot.ts'

const mirror = {
  id: 'a',
  name: 'A',
  baseUrl: null,
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
const walked = <Row>(row: Row) => ({ rows: [row], unreadable: [], fault: null, duplicates: 0 })
const healths = new Map([['a', 'healthy' as const]])

describe('a snapshot of the fleet', () => {
  test('has every mirror with its health and version', () => {
    expect(mirrorSightsOf(walked(mirror), healths)).toEqual(
      new Map([['a', { name: 'A', health: 'healthy', version: '8.16.2' }]]),
    )
  })

  test('has the pending requests by name', () => {
    expect(requestNamesOf(walked(request), false)).toEqual(new Map([['7', 'Sydney']]))
  })

  test('knows nothing of lists that go on, or were not read', () => {
    expect(requestNamesOf(walked(request), true)).toBeNull()
    expect(requestNamesOf({ ...walked(request), fault: 'endless' }, false)).toBeNull()
    expect(mirrorSightsOf({ ...walked(mirror), fault: 'endless' }, healths)).toBeNull()
    expect(requestNamesOf(undefined, false)).toBeNull()
    expect(mirrorSightsOf(undefined, healths)).toBeNull()
  })
})
