/** A run of 16 or more digits that could be an integer beyond 2^53. */
const LONG_INTEGER = /(?:^|[[:,])\s*-?\d{16}/

/**
 * Levels of arrays and objects in one text. Bitbucket's own answers have about six; code that reads an answer by
 * recursion needs a limit.
 */
export const MAX_DEPTH = 100

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Whether a text nests deeper than {@link MAX_DEPTH}. Brackets inside strings do not count. */
const isTooDeep = (text: string): boolean => {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === BACKSLASH) at += 1
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    // `[` and `{`, then `]` and `}`.
    else if (code === 0x5b || code === 0x7b) {
      depth += 1
      if (depth > MAX_DEPTH) return true
    } else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return false
}

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
 * `identifier` refuses it, so that no action uses a wrong id.
 *
 * @throws SyntaxError as `JSON.parse` does, and for nesting deeper than {@link MAX_DEPTH}.
 */
export const parseJson = (text: string): unknown => {
  // Parsing needs no stack in V8, but reviving and every reader after it does: a small hostile text could exhaust it.
  if (isTooDeep(text)) throw new SyntaxError('The JSON is nested too deeply.')
  return LONG_INTEGER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)
}
