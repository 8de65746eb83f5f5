/** Letters of two of these in one name are how look-alike names are made. */
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]

/** Whether a text has letters of several alphabets whose letters look alike. */
export const mixesAlphabets = (text: string): boolean =>
  ALPHABETS.filter((alphabet) => alphabet.test(text)).length > 1
