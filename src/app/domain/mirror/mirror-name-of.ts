/** Longest name in a heading or a cell. */
const LONGEST = 120

/** A mirror's name, fit for a heading: never empty, never a page long. */
export const mirrorNameOf = ({ name }: { readonly name: string }): string => {
  if (name.trim() === '') return '(no name)'
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name
}
