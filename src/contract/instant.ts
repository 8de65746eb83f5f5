import * as v from 'valibot'

/**
 * A point in time as epoch **milliseconds**, or `null` for "unknown".
 * Unknown is never drawn as 1970: an absent date and the epoch itself both mean that nobody told us.
 */
export type Instant = number | null

/** The largest distance from the epoch that ECMAScript's Date can express, in ms. */
const LIMIT_MS = 8_640_000_000_000_000

const asInstant = (ms: number): Instant =>
  Number.isFinite(ms) && ms > 0 && ms <= LIMIT_MS ? Math.trunc(ms) : null

/**
 * Reads one instant out of whatever came over the wire: epoch ms as a number or a numeric string, an ISO 8601
 * date, or nothing. The documents say "date string" while the vendor's own fixtures carry epoch milliseconds
 * (`1453879734348`), so both are accepted; what cannot be read is unknown, never an error.
 */
export const instantOf = (wire: unknown): Instant => {
  if (typeof wire === 'number') return asInstant(wire)
  if (typeof wire !== 'string' || wire.length > 64) return null
  const text = wire.trim()
  if (/^\d+$/.test(text)) return asInstant(Number(text))
  // Only ISO 8601 dates: engines guess at anything else, each in its own way.
  if (!/^[+-]?\d{4,6}-\d\d-\d\d/.test(text)) return null
  // The vendor's Java formats offsets as +0000, which ECMAScript does not have to accept.
  return asInstant(Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))
}

/** Schema of an optional date on the wire. Output: {@link Instant}. */
export const instant = v.optional(v.pipe(v.unknown(), v.transform(instantOf)), null)
