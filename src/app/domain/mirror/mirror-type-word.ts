/** The types that Bitbucket documents, in words. */
export const mirrorTypeWords: ReadonlyMap<string, string> = new Map([
  ['SINGLE', 'Single'],
  ['FARM', 'Farm'],
])

/** A mirror's type in words; one that is not documented shows as itself, and `null` is "the server did not say". */
export const mirrorTypeWord = (type: string | null): string =>
  type === null ? 'not given' : (mirrorTypeWords.get(type) ?? type)
