import { foldedText } from './folded-text.ts'

/**
 * Whether a person typed what stands there: blanks, forms of a letter and its case make no difference, since no keyboard
 * gives them all. Letters of another alphabet, digits, accents and signs do, however alike they look.
 */
export const isTypedAs = (typed: string, wanted: string): boolean => {
  const folded = foldedText(typed)
  return folded !== '' && folded === foldedText(wanted)
}
