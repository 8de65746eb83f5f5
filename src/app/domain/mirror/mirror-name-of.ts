import { cutText } from '#contract/cut-text.ts'
/** Longest name in a heading, a cell or a sentence; in full it stands among the facts. */
const LONGEST = 120

/** The name of a mirror, or the one that a request gives it, fit for a heading: never empty, never a page long. */
export const mirrorNameOf = (named: { readonly name: string } | { readonly mirrorName: string }): string => {
  const name = 'name' in named ? named.name : named.mirrorName
  if (name.trim() === '') return '(no name)'
  return name.length > LONGEST ? `${cutText(name, LONGEST)}…` : name
}
