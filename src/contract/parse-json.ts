/** A run of 16 or more digits that could be an integer beyond 2^53. */
const LONG_INTEGER = /(?:^|[[:,])\s*-?\d{16}/

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
 * @throws SyntaxError as `JSON.parse` does, and for nesting deeper than the engine can revive.
 */
export const parseJson = (text: string): unknown => {
  if (!LONG_INTEGER.test(text)) return JSON.parse(text)
  try {
    return JSON.parse(text, keepDigits)
  } catch (cause) {
    // Parsing needs no stack in V8 but reviving does, so a small hostile text can exhaust it.
    if (cause instanceof RangeError) throw new SyntaxError('The JSON is nested too deeply.', { cause })
    throw cause
  }
}
