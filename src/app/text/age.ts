import { counted } from './counted.ts'

const STEPS = [
  { below: 60, size: 1, unit: 'second' },
  { below: 3600, size: 60, unit: 'minute' },
  { below: 86_400, size: 3600, unit: 'hour' },
  { below: 86_400 * 60, size: 86_400, unit: 'day' },
  { below: 86_400 * 365 * 2, size: 86_400 * 30, unit: 'month' },
  { below: Infinity, size: 86_400 * 365, unit: 'year' },
] as const

/** How long ago an instant was, in words of one unit. Both arguments are epoch ms. */
export const ageOf = (instant: number, now: number): string => {
  const seconds = Math.round((instant - now) / 1000)
  const step = STEPS.find(({ below }) => Math.abs(seconds) < below) ?? STEPS[5]
  if (seconds === 0) return 'just now'
  const length = counted(Math.floor(Math.abs(seconds) / step.size), step.unit)
  return seconds < 0 ? `${length} ago` : `in ${length}`
}

/** An instant (epoch ms) as absolute UTC text, to the second. */
export const utcOf = (instant: number): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`
