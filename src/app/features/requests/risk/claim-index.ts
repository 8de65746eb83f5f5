import { claimedAddressOf } from './claimed-address.ts'
import { skeletonOf } from '#app/text/look-alike.ts'

/** What a mirror server, or a request for one, says about itself. */
export type Claim = {
  /** Id of the row itself: the mirror's, or the request's. */
  readonly rowId: string
  readonly mirrorId: string | null
  readonly name: string
  readonly address: string | null
}

/** Claims that share a key. */
type ClaimsByKey = ReadonlyMap<string, readonly Claim[]>

/** Claims by everything that two of them can have in common, so that a request is compared with all of them by a few look-ups. */
export type ClaimIndex = {
  /** `false` where the list may go on, or had rows that could not be read: then "not among them" is not known. */
  readonly isWhole: boolean
  readonly count: number
  /** By skeletons: what looks the same is the same here. */
  readonly byId: ClaimsByKey
  readonly byName: ClaimsByKey
  readonly byHostSkeleton: ClaimsByKey
  /** By what a browser would do with them. */
  readonly byAddress: ClaimsByKey
  readonly byHost: ClaimsByKey
}

const claimsBy = (claims: readonly Claim[], keyOf: (claim: Claim) => string): ClaimsByKey => {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = keyOf(claim)
    // Two claims with an empty key have nothing in common.
    if (key === '') continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [claim])
    else group.push(claim)
  }
  return groups
}

/** Indexes a list of mirrors or requests. */
export const claimIndexOf = (claims: readonly Claim[], isWhole: boolean): ClaimIndex => {
  const addresses = new Map(claims.map((claim) => [claim, claimedAddressOf(claim.address)]))
  const webOf = (claim: Claim) => {
    const address = addresses.get(claim)
    return address?.kind === 'web' ? address : null
  }
  return {
    isWhole,
    count: claims.length,
    byId: claimsBy(claims, ({ mirrorId }) => skeletonOf(mirrorId ?? '')),
    byName: claimsBy(claims, ({ name }) => skeletonOf(name)),
    byHostSkeleton: claimsBy(claims, (claim) => skeletonOf(webOf(claim)?.writtenHost ?? '')),
    byAddress: claimsBy(claims, (claim) => webOf(claim)?.normal ?? ''),
    byHost: claimsBy(claims, (claim) => webOf(claim)?.host ?? ''),
  }
}
