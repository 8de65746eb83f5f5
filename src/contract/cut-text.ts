const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * The beginning of a text, cut between two characters as people see them: an emoji of several parts, a flag, a syllable
 * or a letter with its accents stays whole or is left out. A first character that is longer by itself is cut inside.
 *
 * @param most how long the result may be, in UTF-16 units.
 */
export const cutText = (text: string, most: number): string => {
  if (text.length <= most) return text
  // Where a character begins depends on what stands before it: the rest of a long text need not be looked at.
  const begins = clusters.segment(text.slice(0, most + 2)).containing(most)?.index ?? most
  // Half of a pair of surrogates is no character at all.
  return text.slice(0, begins > 0 ? begins : most).replace(/[\uD800-\uDBFF]$/, '')
}
