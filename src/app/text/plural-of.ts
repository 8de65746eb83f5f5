/**
 * The form of a word that fits a count: `pluralOf(2, 'is', 'are')` is "are".
 *
 * @param many the plural, where it is not the singular with an "s".
 */
export const pluralOf = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many)
