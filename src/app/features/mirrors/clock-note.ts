/** A difference below this is told by nobody's watch; mirrors tolerate as much on signed links. */
const WORTH_TELLING_MS = 30_000

const UNITS = [
  { ms: 86_400_000, one: 'day' },
  { ms: 3_600_000, one: 'hour' },
  { ms: 60_000, one: 'minute' },
  { ms: 1000, one: 'second' },
] as const

const lengthOf = (ms: number): string => {
  const unit = UNITS.find((candidate) => ms >= candidate.ms) ?? UNITS[3]
  const count = Math.round(ms / unit.ms)
  return `${String(count)} ${unit.one}${count === 1 ? '' : 's'}`
}

/**
 * Which clock tells the ages on a page, where that is worth a sentence.
 *
 * @param offset how far the upstream's clock is ahead of this browser's, in ms; `null` when it is not known, and
 * `undefined` while it is being read.
 */
export const clockNote = (offset: number | null | undefined): string | null => {
  if (offset === undefined) return null
  if (offset === null) {
    return "Ages are told by this browser's clock: Bitbucket's could not be read."
  }
  if (Math.abs(offset) < WORTH_TELLING_MS) return null
  const side = offset > 0 ? 'ahead of' : 'behind'
  return `Bitbucket's clock is ${lengthOf(Math.abs(offset))} ${side} this browser's. Ages are told by Bitbucket's.`
}
