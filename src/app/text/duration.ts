import { counted } from './counted.ts'

const UNITS = [
  { ms: 86_400_000, one: 'day' },
  { ms: 3_600_000, one: 'hour' },
  { ms: 60_000, one: 'minute' },
  { ms: 1000, one: 'second' },
] as const

/** A length of time in ms, in words of one unit and without a sign: "7 minutes". */
export const durationOf = (ms: number): string => {
  const size = Math.abs(ms)
  const unit = UNITS.find((candidate) => size >= candidate.ms) ?? UNITS[3]
  return counted(Math.round(size / unit.ms), unit.one)
}

/** How far one clock is from another (ms), before the other's name: "7 minutes ahead of", "7 minutes behind". */
export const aheadOf = (ms: number): string => `${durationOf(ms)} ${ms > 0 ? 'ahead of' : 'behind'}`
