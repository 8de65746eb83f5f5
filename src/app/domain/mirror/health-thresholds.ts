import { useMemo } from 'react'
import * as v from 'valibot'
import { CLOCK_TOLERANCE_MS } from '#contract/clock-tolerance.ts'
import { persisted } from '#app/browser/persisted.ts'
import { DEFAULT_THRESHOLDS, type HealthThresholds } from '#health/mirror-verdict.ts'

/** What may be chosen, in ms. */
export const STALE_AFTER_CHOICES = [60_000, 120_000, 300_000, 900_000, 3_600_000, 86_400_000] as const

/** What may be chosen, in ms. */
export const CLOCK_TOLERANCE_CHOICES = [10_000, CLOCK_TOLERANCE_MS, 120_000, 600_000] as const

/** A number of ms that is one of the choices. */
const oneOf = (choices: readonly number[]) =>
  v.pipe(
    v.number(),
    v.check((ms) => choices.includes(ms)),
  )

// Both belong to the browser: how patient one is depends on the place, not on the account.
const staleAfter = persisted('stale-after', oneOf(STALE_AFTER_CHOICES), DEFAULT_THRESHOLDS.staleAfterMs)
const clockTolerance = persisted(
  'clock-tolerance',
  oneOf(CLOCK_TOLERANCE_CHOICES),
  DEFAULT_THRESHOLDS.clockToleranceMs,
)

/** The thresholds of this browser at this moment. */
export const healthThresholds = (): HealthThresholds => ({
  staleAfterMs: staleAfter.get(),
  clockToleranceMs: clockTolerance.get(),
})

/** Changes one or both thresholds for this browser; values that are no choices are ignored when read again. */
export const setHealthThresholds = (change: Partial<HealthThresholds>): void => {
  if (change.staleAfterMs !== undefined) staleAfter.set(change.staleAfterMs)
  if (change.clockToleranceMs !== undefined) clockTolerance.set(change.clockToleranceMs)
}

/** The thresholds by which mirrors are judged in this browser. */
export const useHealthThresholds = (): HealthThresholds => {
  const staleAfterMs = staleAfter.use()
  const clockToleranceMs = clockTolerance.use()
  return useMemo(() => ({ staleAfterMs, clockToleranceMs }), [staleAfterMs, clockToleranceMs])
}
