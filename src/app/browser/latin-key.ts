/**
 * The key of a press, for shortcuts that are letters. Where the layout has no Latin letters, as a Greek or Russian one,
 * it is the letter that stands at that place on a Latin keyboard (`code` of UI Events); any other key is itself.
 */
export const latinKey = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string => {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter === undefined || !/^\p{L}$/u.test(key) || /^\p{Script=Latin}$/u.test(key)) return key
  const isCapital = key !== key.toLowerCase()
  return isCapital ? letter : letter.toLowerCase()
}
