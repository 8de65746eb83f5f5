import { expect, test } from 'vitest'
import { healthCounts } from './health-counts.ts'

const NOW = Date.UTC(2026, 10, 23, 12)

test('mirrors are counted by health, the worst first, and nothing is counted as zero', () => {
  const mirrors = [
    { enabled: true, lastSeenDate: NOW },
    { enabled: true, lastSeenDate: NOW - 60_000 },
    { enabled: true, lastSeenDate: NOW - 3_600_000 },
    { enabled: true, lastSeenDate: null },
    { enabled: false, lastSeenDate: NOW },
  ]
  expect(healthCounts(mirrors, NOW)).toEqual([
    { health: 'stale', count: 1 },
    { health: 'never-seen', count: 1 },
    { health: 'disabled', count: 1 },
    { health: 'healthy', count: 2 },
  ])
  expect(healthCounts([], NOW)).toEqual([])
})
