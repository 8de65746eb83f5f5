import { useSyncExternalStore } from 'react'
import { localSetting } from '#app/browser/local-setting.ts'
import { DEFAULT_THRESHOLDS, type HealthThresholds } from './mirror-health.ts'

/** What may be chosen, in ms. */
export const STALE_AFTER_CHOICES = [60_000, 120_000, 300_000, 900_000, 3_600_000, 86_400_000] as const

/** What may be chosen, in ms. */
export const CLOCK_TOLERANCE_CHOICES = [10_000, 30_000, 120_000, 600_000] as const

const staleAfter = localSetting('stale-after')
const clockTolerance = localSetting('clock-tolerance')

const chosen = (text: string | null, choices: readonly number[], otherwise: number): number =>
  choices.find((ms) => String(ms) === text) ?? otherwise

const read = (): HealthThresholds => ({
  staleAfterMs: chosen(staleAfter.read(), STALE_AFTER_CHOICES, DEFAULT_THRESHOLDS.staleAfterMs),
  clockToleranceMs: chosen(
    clockTolerance.read(),
    CLOCK_TOLERANCE_CHOICES,
    DEFAULT_THRESHOLDS.clockToleranceMs,
  ),
})

const listeners = new Set<() => void>()
let current: HealthThresholds | null = null

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    // Nobody looks any more: what another tab chose counts for whoever looks next.
    if (listeners.size === 0) current = null
  }
}

/** The thresholds of this browser at this moment. */
export const healthThresholds = (): HealthThresholds => (current ??= read())

/** Changes one or both thresholds for this browser; values that are no choices are ignored when read again. */
export const setHealthThresholds = (change: Partial<HealthThresholds>): void => {
  const next = { ...healthThresholds(), ...change }
  staleAfter.write(String(next.staleAfterMs))
  clockTolerance.write(String(next.clockToleranceMs))
  current = next
  for (const listener of listeners) listener()
}

/** The thresholds by which mirrors are judged in this browser. */
export const useHealthThresholds = (): HealthThresholds => useSyncExternalStore(subscribe, healthThresholds)
