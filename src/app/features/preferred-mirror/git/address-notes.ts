import type { AddressPair } from './git-addresses.ts'

/** The host of an address that git can use, in lower case; `null` for none. */
const hostOf = (address: string | null): string | null => {
  const scpLike = /^(?:[^/@]+@)?([^/:]+):(?!\/\/)/.exec(address ?? '')?.[1]
  return (scpLike ?? URL.parse(address ?? '')?.hostname ?? '').toLowerCase() || null
}

/** A host that differs from the expected one. */
export type AddressNote = {
  readonly purpose: 'clone' | 'push'
  readonly host: string
  readonly expected: string
}

/**
 * Where the addresses lead elsewhere than to the mirror and the upstream as the console knows them. Both come from the
 * mirror, so a mirror could send pushes anywhere; but another name for the same server is common too. The page shows
 * it, and the user decides.
 */
export const addressNotes = (
  { mirror, primary }: AddressPair,
  known: { readonly mirrorUrl: string | null; readonly upstream: string },
): readonly AddressNote[] => {
  const noteOf = (purpose: AddressNote['purpose'], address: string, known: string | null) => {
    const [host, expected] = [hostOf(address), hostOf(known)]
    return host === null || expected === null || host === expected ? [] : [{ purpose, host, expected }]
  }
  return [...noteOf('clone', mirror, known.mirrorUrl), ...noteOf('push', primary, known.upstream)]
}
