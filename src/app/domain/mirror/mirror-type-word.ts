/** A mirror's type in words; one that nobody knows yet shows as itself, and `null` is "the server did not say". */
export const mirrorTypeWord = (type: string | null): string => {
  if (type === null) return 'not given'
  if (type === 'SINGLE') return 'Single'
  return type === 'FARM' ? 'Farm' : type
}
