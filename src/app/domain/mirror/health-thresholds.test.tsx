import { afterEach, describe, expect, it } from 'vitest'
import { healthThresholds, setHealthThresholds } from './health-thresholds.ts'
import { DEFAULT_THRESHOLDS } from '#health/mirror-verdict.ts'

afterEach(() => {
  setHealthThresholds(DEFAULT_THRESHOLDS)
  localStorage.clear()
})

describe('the thresholds of health', () => {
  it('are those of the rule table until somebody chooses', () => {
    expect(healthThresholds()).toEqual(DEFAULT_THRESHOLDS)
  })

  it('are kept in this browser once chosen, each by itself', () => {
    setHealthThresholds({ staleAfterMs: 900_000 })
    expect(healthThresholds()).toEqual({ ...DEFAULT_THRESHOLDS, staleAfterMs: 900_000 })
    expect(localStorage.getItem('mirror-console-stale-after')).toBe('900000')
  })
})
