/** A run of 16 or more digits that could be an integer beyond 2^53. */
const LONG_INTEGER = /[[:,]\s*-?\d{16,}/

/** ECMAScript 2026's third argument of a reviver; absent in older engines. */
type RevivalContext = { readonly source?: string } | undefined

const keepDigits = (_key: string, value: unknown, context?: RevivalContext): unknown =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  !Number.isSafeInteger(value) &&
  context?.source !== undefined &&
  /^-?\d+$/.test(context.source)
    ? context.source
    : value

/**
 * Parses JSON without rounding integers above 2^53: such a number comes back as the string of its digits
 * (`identifier` accepts both). Where the engine cannot show the source of a number, the rounded number is kept and
 * `identifier` refuses it, so that a wrong id can never be acted upon.
 *
 * @throws SyntaxError as `JSON.parse` does.
 */
export const parseJson = (text: string): unknown =>
  LONG_INTEGER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)
