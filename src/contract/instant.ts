import * as v from 'valibot'

/**
 * A point in time as epoch **milliseconds**, or `null` for "unknown".
 * Unknown is never shown as 1970: an absent date and any date in that year both mean that the server sent no date.
 */
export type Instant = number | null

/** 1971-01-01. Before it are only zeros and epoch seconds mistaken for ms: no mirror is that old. */
const EARLIEST_MS = 31_536_000_000

/** The largest distance from the epoch that ECMAScript's Date can express, in ms. */
const LATEST_MS = 8_640_000_000_000_000

/**
 * ISO 8601, a date alone (UTC) or with a time **and** its offset. A time without an offset would be read in the
 * reader's own zone, and engines guess at anything else, each in its own way.
 */
const ISO = /^(?:[+-]\d{6}|\d{4})-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?$/i

const asInstant = (ms: number): Instant => (ms >= EARLIEST_MS && ms <= LATEST_MS ? Math.trunc(ms) : null)

/**
 * Reads one instant from any value of the wire: epoch ms as a number or a numeric string, an ISO 8601
 * date, or nothing. The documents say "date string" while the vendor's own fixtures carry epoch milliseconds
 * (`1453879734348`), so both are accepted; what cannot be read is unknown, never an error.
 */
export const instantOf = (wire: unknown): Instant => {
  if (typeof wire === 'number') return asInstant(wire)
  if (typeof wire !== 'string' || wire.length > 64) return null
  const text = wire.trim()
  if (/^\d+$/.test(text)) return asInstant(Number(text))
  if (!ISO.test(text)) return null
  // The vendor's Java formats offsets as +0000, which ECMAScript does not have to accept.
  return asInstant(Date.parse(text.toUpperCase().replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))
}

/** Schema of an optional date on the wire. Output: {@link Instant}. */
export const instant = v.optional(v.pipe(v.unknown(), v.transform(instantOf)), null)
