import { expect, it } from 'vitest'
import { DEFAULT_THRESHOLDS } from '#app/domain/mirror/mirror-health.ts'
import { healthReason } from './health-reason.ts'

const NOW = Date.UTC(2026, 10, 23, 12)

it.each<[boolean | null, number | null, string]>([
  [true, NOW - 20_000, 'It was last seen 20 seconds ago, within the last 5 minutes.'],
  [
    true,
    NOW - 3_600_000,
    'It was last seen 1 hour ago, and a mirror without a sign of life for 5 minutes counts as stale.',
  ],
  [
    true,
    NOW + 420_000,
    "It was last seen in the future (in 7 minutes): its clock and Bitbucket's differ by more than 30 seconds. Mirrors refuse signed links beyond 30 seconds.",
  ],
  [true, null, 'Bitbucket has no record of a sign of life from it.'],
  [false, NOW, 'Bitbucket lists it as disabled. The API cannot enable it.'],
  [null, null, 'Bitbucket says neither whether it is enabled nor when it was last seen.'],
  [null, NOW - 60_000, 'It was last seen 1 minute ago, and Bitbucket does not say whether it is enabled.'],
])('enabled %j and last seen %j: %s', (enabled, lastSeenDate, reason) => {
  expect(healthReason({ enabled, lastSeenDate }, NOW)).toBe(reason)
})

it('the reason names the threshold that was chosen', () => {
  const mirror = { enabled: true, lastSeenDate: NOW - 3_600_000 }
  expect(healthReason(mirror, NOW, { ...DEFAULT_THRESHOLDS, staleAfterMs: 86_400_000 })).toBe(
    'It was last seen 1 hour ago, within the last 1 day.',
  )
})
