import { MAX_SILENCE_MS } from '#contract/silences.ts'

/** The lengths that can be chosen by one press, and a time of one's own. */
export const SILENCE_PRESETS = [
  { value: 'hour', label: '1 hour' },
  { value: 'four-hours', label: '4 hours' },
  { value: 'tomorrow', label: 'Until tomorrow 08:00' },
  { value: 'chosen', label: 'Until a time of your choice' },
] as const

/** See {@link SILENCE_PRESETS}. */
export type SilencePreset = (typeof SILENCE_PRESETS)[number]['value']

const HOUR_MS = 3_600_000

/**
 * When a silence ends that begins at `now`, epoch ms; `null` for a time that was not entered.
 *
 * @param chosen local time as a field for date and time has it: "2026-11-27T14:00".
 */
export const silenceEnd = (preset: SilencePreset, chosen: string, now: number): number | null => {
  switch (preset) {
    case 'hour':
      return now + HOUR_MS
    case 'four-hours':
      return now + 4 * HOUR_MS
    case 'tomorrow': {
      const day = new Date(now)
      return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, 8).getTime()
    }
    case 'chosen': {
      const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(chosen) ? new Date(chosen).getTime() : Number.NaN
      return Number.isNaN(at) ? null : at
    }
  }
}

/** Why a silence cannot end then; `null` where it can. Both epoch ms. */
export const silenceEndProblem = (until: number | null, now: number): string | null => {
  if (until === null) return 'Enter a date and a time.'
  if (until <= now) return 'Enter a time in the future.'
  return until > now + MAX_SILENCE_MS ? 'Enter a time within the next 30 days.' : null
}

const two = (value: number): string => String(value).padStart(2, '0')

const dayOf = (date: Date): string =>
  `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

const MINUTE_MS = 60_000

/** A moment in local time to the nearest minute, the day only where it is another one than that of `now`: "14:00", "2026-11-28 08:00". */
export const untilText = (until: number, now: number): string => {
  const [end, today] = [new Date(Math.round(until / MINUTE_MS) * MINUTE_MS), new Date(now)]
  const time = `${two(end.getHours())}:${two(end.getMinutes())}`
  return dayOf(end) === dayOf(today) ? time : `${dayOf(end)} ${time}`
}
