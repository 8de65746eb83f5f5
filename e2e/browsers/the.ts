import type { Wanted, Words } from './look-for.ts'

const wordsOf = (expected: string | RegExp | undefined): Words | null => {
  if (expected === undefined) return null
  if (typeof expected === 'string') return { is: expected }
  return { matches: expected.source, flags: expected.flags }
}

/**
 * Something on the page, as `the('button', 'Save')`.
 *
 * @param name its whole accessible name, or a pattern in it.
 * @param more what stands in it (a part, or a pattern), and what it stands in.
 */
export const the = (
  role: string,
  name?: string | RegExp,
  more: { readonly text?: string | RegExp; readonly inside?: Wanted } = {},
): Wanted => ({ role, name: wordsOf(name), text: wordsOf(more.text), inside: more.inside ?? null })
