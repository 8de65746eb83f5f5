/**
 * A piece of text: shown as it is, or a character that would be invisible or would turn the line around, and how often it
 * follows itself.
 */
export type TextPiece =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'hidden'; readonly codePoint: string; readonly count: number }

/**
 * Controls, format characters (bidi overrides, zero-width, soft hyphen, tags), line and paragraph separators,
 * unassigned and private characters, and selectors where there is nothing to select: all that a name can carry without
 * showing it.
 */
const HIDDEN =
  /[\p{C}\p{Zl}\p{Zp}\u034F\u115F\u1160\u2800\u3164\uFFA0]|(?<!\p{Extended_Pictographic})[\uFE00-\uFE0F](?!\u20E3)/u

/** No language stacks more than three marks on a letter; more of them only paint over the lines around. */
const SPLIT = new RegExp(`(${HIDDEN.source}|(?<=\\p{M}{3})\\p{M})`, 'u')

/** A character as Unicode numbers it. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const isHidden = (piece: string): boolean => HIDDEN.test(piece) || /^\p{M}$/u.test(piece)

/** Splits a text so that every hidden character can be shown by its code point. */
export const piecesOf = (text: string): readonly TextPiece[] => {
  const pieces: TextPiece[] = []
  for (const piece of text.split(SPLIT)) {
    if (piece === '') continue
    const last = pieces.at(-1)
    if (!isHidden(piece)) pieces.push({ kind: 'plain', text: piece })
    else {
      const codePoint = codePointOf(piece)
      const before = last?.kind === 'hidden' && last.codePoint === codePoint ? last.count : 0
      if (before > 0) pieces.pop()
      pieces.push({ kind: 'hidden', codePoint, count: before + 1 })
    }
  }
  return pieces
}

/** The text with every hidden character spelt out, for places that hold plain text only. */
export const plainOf = (text: string): string =>
  piecesOf(text)
    .map((piece) => (piece.kind === 'plain' ? piece.text : `[${piece.codePoint}]`.repeat(piece.count)))
    .join('')
