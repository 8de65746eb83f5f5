/** Mirrors refuse signed links beyond this difference, in ms. Source: 30 s of tolerance on the link's times. */
const TOLERATED_MS = 30_000

const STEPS = [
  { from: 86_400_000, unit: 'day' },
  { from: 3_600_000, unit: 'hour' },
  { from: 60_000, unit: 'minute' },
  { from: 1000, unit: 'second' },
] as const

/**
 * A mirror's clock in words when it differs by more than mirrors tolerate; `null` when it does not or is unknown.
 *
 * @param differenceMs the mirror's clock minus ours, in ms.
 */
export const clockText = (differenceMs: number | null): string | null => {
  if (differenceMs === null || Math.abs(differenceMs) <= TOLERATED_MS) return null
  const size = Math.abs(differenceMs)
  const { from, unit } = STEPS.find((step) => size >= step.from) ?? STEPS[3]
  const count = Math.round(size / from)
  return `clock ${count} ${unit}${count === 1 ? '' : 's'} ${differenceMs > 0 ? 'ahead' : 'behind'}`
}
