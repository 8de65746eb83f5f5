/** Digits of one number in a version; longer numbers do not occur. */
const DIGITS = 8

/** A version as text that sorts as people count: 8.9 before 8.16. `null` stays unknown. */
export const sortableVersion = (version: string | null): string | null =>
  version === null ? null : version.replace(/\d+/g, (number) => number.padStart(DIGITS, '0'))
