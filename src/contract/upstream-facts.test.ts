import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { analyticsSettings, applicationProperties } from './upstream-facts.ts'

describe('applicationProperties', () => {
  it('needs the version alone', () => {
    expect(v.parse(applicationProperties, { version: '8.16.0' })).toEqual({
      version: '8.16.0',
      displayName: null,
      buildNumber: null,
    })
    expect(v.is(applicationProperties, { displayName: 'Bitbucket' })).toBe(false)
  })
})

describe('analyticsSettings', () => {
  it('reads the vendor’s example', () => {
    const wire = {
      supportEntitlementNumber: 'SEN-500',
      serverTime: 1_640_390_400_000,
      canCollectAnalytics: true,
    }
    expect(v.parse(analyticsSettings, wire)).toEqual(wire)
  })

  it('does not know the time where the server did not say', () => {
    expect(v.parse(analyticsSettings, {})).toEqual({
      serverTime: null,
      canCollectAnalytics: null,
      supportEntitlementNumber: null,
    })
  })
})
