import { versionDifference } from '#app/text/version-difference.ts'

/**
 * Whether an operation is gone in a version of Bitbucket. One that cannot be compared may have it: only the answer shows.
 *
 * @param until the first version without it.
 */
export const isGoneIn = (version: string | null, until: string): boolean => {
  const difference = versionDifference(version, until)
  return difference === 'same' || difference === 'newer'
}
