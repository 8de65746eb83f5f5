import { cutText } from './cut-text.ts'
import * as v from 'valibot'

/** Longest text of one field, in UTF-16 units. A row with more is unreadable: a person cannot check it on a screen. */
export const MAX_TEXT = 4096

/** A text field that must be there. */
export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT))

/**
 * A text field that may be absent, null or of another kind: `null` then. One that is too long is an error, never
 * `null`: a sender must not be able to hide an address by making it longer.
 */
export const optionalText = v.optional(
  v.pipe(
    v.fallback(v.nullable(v.string()), null),
    v.check((field) => field === null || field.length <= MAX_TEXT, 'Too long'),
  ),
  null,
)

/** As {@link optionalText}, but cut where it is too long: for prose that nothing is decided by. */
export const optionalProse = v.optional(
  v.fallback(
    v.nullable(
      v.pipe(
        v.string(),
        v.transform((prose) => cutText(prose, MAX_TEXT)),
      ),
    ),
    null,
  ),
  null,
)

/** A boolean that may be absent: `null` means "the server did not say", which is not `false`. */
export const optionalFlag = v.optional(v.fallback(v.nullable(v.boolean()), null), null)

/**
 * An identifier as text. Bitbucket sends the same id as an integer in one place and as a string in another;
 * integers above 2^53 arrive as strings from `parseJson`, and one that was already rounded is refused.
 */
export const identifier = v.union([
  v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TEXT)),
  v.pipe(v.number(), v.safeInteger(), v.transform(String)),
])

/** An identifier that may be absent. */
export const optionalIdentifier = v.optional(v.fallback(v.nullable(identifier), null), null)

/**
 * One of the words known today, or a word of tomorrow: unknown values survive as themselves so that they can be
 * shown, and the type still lists what is known.
 */
export const openEnum = <const Known extends string>(..._known: readonly Known[]) =>
  v.custom<Known | (string & {})>(
    (wire) => typeof wire === 'string' && wire !== '' && wire.length <= MAX_TEXT,
    'Expected a word',
  )

/** As {@link openEnum}, but `null` when the server did not say. */
export const optionalOpenEnum = <const Known extends string>(...known: readonly Known[]) =>
  v.optional(v.fallback(v.nullable(openEnum(...known)), null), null)
