/**
 * Levels of arrays and objects in one text. Bitbucket's own answers have about six; code that reads an answer by
 * recursion needs a limit.
 */
export const MAX_DEPTH = 100

/** Whether a number may have been an integer that was rounded. */
const isRounded = (value: number): boolean => Number.isInteger(value) && !Number.isSafeInteger(value)

type Outer = readonly unknown[] | Readonly<Record<string, unknown>>

const isOuter = (value: unknown): value is Outer => typeof value === 'object' && value !== null

const isList = (outer: Outer): outer is readonly unknown[] => Array.isArray(outer)

/** Hands over the values of an array or object one by one: to make arrays of them takes several times as long. */
const eachOf = (outer: Outer, look: (value: unknown) => void): void => {
  if (isList(outer)) {
    for (const value of outer) look(value)
    return
  }
  // What JSON made inherits nothing that would be listed here.
  for (const key in outer) look(outer[key])
}

/** The arrays and objects one level further in, and whether a number of this level may have been rounded. */
const levelIn = (
  level: readonly Outer[],
): { readonly inner: readonly Outer[]; readonly hasRounded: boolean } => {
  const inner: Outer[] = []
  let hasRounded = false
  const look = (value: unknown) => {
    if (isOuter(value)) inner.push(value)
    else if (typeof value === 'number' && isRounded(value)) hasRounded = true
  }
  for (const outer of level) eachOf(outer, look)
  return { inner, hasRounded }
}

/**
 * Whether a number in what was parsed may have been rounded. Looked for level by level, which needs no stack, and in a
 * tenth of the time that looking through the text takes.
 *
 * @throws SyntaxError for nesting deeper than {@link MAX_DEPTH}.
 */
const hasRoundedIn = (parsed: unknown): boolean => {
  let hasRounded = false
  let level: readonly Outer[] = [[parsed]]
  for (let depth = 0; level.length > 0; depth += 1) {
    // Parsing needs no stack in V8, but reviving and every reader after it does: a small hostile text could exhaust it.
    if (depth > MAX_DEPTH) throw new SyntaxError('The JSON is nested too deeply.')
    const next = levelIn(level)
    hasRounded ||= next.hasRounded
    level = next.inner
  }
  return hasRounded
}

/** ECMAScript 2026's third argument of a reviver; absent in older engines. */
type RevivalContext = { readonly source?: string } | undefined

const keepDigits = (_key: string, value: unknown, context?: RevivalContext): unknown =>
  typeof value === 'number' &&
  isRounded(value) &&
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
  const parsed: unknown = JSON.parse(text)
  return hasRoundedIn(parsed) ? JSON.parse(text, keepDigits) : parsed
}
