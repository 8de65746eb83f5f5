/** What is not printable ASCII with single blanks between, as most names are: only that has more than its case to fold. */
const NOT_PLAIN = /[^!-~ ]|^ | $| {2}/

/** Blanks of every kind; that of Braille is a letter by its kind. */
const BLANKS = /[\s\u2800]+/g

/** What is written and not seen: controls, format characters, fillers, selectors of variants. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** The port that the scheme of an address has anyway. */
const DEFAULT_PORT = /(https:\/\/[^\s/]*):443(?!\d)|(http:\/\/[^\s/]*):80(?!\d)/g

/** A text as it is seen: forms of a letter as the usual one, single blanks, and nothing that is not seen. */
export const seenText = (text: string): string =>
  text.normalize('NFKC').replaceAll(BLANKS, ' ').replaceAll(UNSEEN, '').replaceAll(/ {2,}/g, ' ').trim()

const folded = (text: string): string =>
  NOT_PLAIN.test(text)
    ? // Both ways, since some letters have two forms of one case. A small sigma is written by its place in the word.
      seenText(text)
        .toLowerCase()
        .toUpperCase()
        .toLowerCase()
        .replaceAll('ς', 'σ')
        // In Turkish the dot is the letter's own; typed elsewhere, it is any i.
        .replaceAll('i\u0307', 'i')
    : text.toLowerCase()

/**
 * A text as a search compares it: letter case, forms of a letter (composed or not, full width), kinds and numbers of
 * blanks, characters that are not seen, and the default port of an address make no difference. Accents do. The one rule
 * for whatever is searched, sorted or typed to confirm.
 */
export const foldedText = (text: string): string => {
  const plain = folded(text)
  return plain.includes('://') ? plain.replaceAll(DEFAULT_PORT, '$1$2') : plain
}
