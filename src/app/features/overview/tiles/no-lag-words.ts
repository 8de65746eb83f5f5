import { counted } from '#app/text/counted.ts'

/**
 * The answer where no mirror is known to be behind: only of those whose lag is known.
 *
 * @param unknown how many of `all` mirrors have no lag that is known.
 */
export const noLagWords = (unknown: number, all: number): string => {
  if (unknown === 0) return 'None'
  return unknown >= all ? 'Not known' : `None of ${counted(all - unknown, 'mirror')}`
}
