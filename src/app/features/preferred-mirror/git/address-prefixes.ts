import type { AddressPair } from './git-addresses.ts'

/** What all repositories below it share, and then project and repository: the same two at the mirror and primary. */
const PARTS = /^(.*[/:])([^/:]+\/[^/:]+)$/

/** A scheme alone has no host in it: "https://". */
const hasHost = (prefix: string): boolean => !/^[a-z+]+:\/*$/i.test(prefix) && /[\w\]]/.test(prefix)

/**
 * The parts of both addresses that every repository shares, or `null` where this pair does not show it: the last two
 * parts (project and repository) must be the same on both sides. The prefix ends at a slash (or the colon of
 * `user@host:`), so that it never also covers a host that merely begins alike.
 */
export const addressPrefixesOf = ({ mirror, primary }: AddressPair): AddressPair | null => {
  const [, mirrorPrefix, mirrorPath] = PARTS.exec(mirror) ?? []
  const [, primaryPrefix, primaryPath] = PARTS.exec(primary) ?? []
  if (mirrorPrefix === undefined || primaryPrefix === undefined || mirrorPath === undefined) return null
  if (mirrorPath !== primaryPath || mirrorPrefix === primaryPrefix) return null
  return hasHost(mirrorPrefix) && hasHost(primaryPrefix)
    ? { mirror: mirrorPrefix, primary: primaryPrefix }
    : null
}
