/** What a text can carry without showing it, as `plainOf` has it; line breaks are JSON's own. */
const HIDDEN = /(?!\n)[\p{C}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu

const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_unit, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')

/**
 * A value as JSON in which hidden characters are escaped: who opens the file sees them, and a program reads the text as it
 * was given.
 *
 * @param indent blanks of each level; 0 for one line.
 */
export const jsonText = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replaceAll(HIDDEN, escaped)
