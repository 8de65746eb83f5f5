import { expect, it } from 'vitest'
import { healthCounts } from './health-counts.ts'

it('mirrors are counted by health, the worst first, and nothing is counted as zero', () => {
  expect(healthCounts(['healthy', 'healthy', 'stale', 'never-seen', 'disabled'])).toEqual([
    { health: 'stale', count: 1 },
    { health: 'never-seen', count: 1 },
    { health: 'disabled', count: 1 },
    { health: 'healthy', count: 2 },
  ])
  expect(healthCounts([])).toEqual([])
})
