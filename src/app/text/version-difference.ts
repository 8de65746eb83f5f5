/** How one version stands to another. `not-comparable` covers a version that is missing or no version. */
export type VersionDifference = 'same' | 'older' | 'newer' | 'not-comparable'

/** `8.16.2`, also with a suffix such as `-rc1` or a fourth number; nine digits stay exact and are more than enough. */
const VERSION = /^(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?(?:[.+-][\w.+-]{0,40})?$/

const numbersOf = (version: string | null | undefined): readonly number[] | null => {
  const found = VERSION.exec(version?.trim() ?? '')
  return found === null ? null : [found[1], found[2], found[3]].map((part) => Number(part ?? 0))
}

/** How `version` stands to `reference`, by major, minor and patch. */
export const versionDifference = (
  version: string | null | undefined,
  reference: string | null | undefined,
): VersionDifference => {
  const [ours, theirs] = [numbersOf(version), numbersOf(reference)]
  if (ours === null || theirs === null) return 'not-comparable'
  const index = ours.findIndex((part, place) => part !== theirs[place])
  if (index === -1) return 'same'
  return (ours[index] ?? 0) < (theirs[index] ?? 0) ? 'older' : 'newer'
}
