import { expect, it } from 'vitest'
import { healthWords } from './health-words.ts'
import { HEALTH_ORDER, healthRank } from './health-rank.ts'

it('every health has its own place, the worst first and the healthy last', () => {
  expect(HEALTH_ORDER.toSorted()).toEqual(Object.keys(healthWords).toSorted())
  expect(healthRank('clock-differs')).toBe(0)
  expect(healthRank('stale')).toBeLessThan(healthRank('unknown'))
  expect(healthRank('healthy')).toBe(HEALTH_ORDER.length - 1)
})
