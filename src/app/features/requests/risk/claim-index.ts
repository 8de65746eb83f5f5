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

/** Rows that share a key. */
type Shelf = ReadonlyMap<string, readonly Claim[]>

/** Claims by everything that two of them can have in common, so that one request is compared in no time. */
export type ClaimIndex = {
  /** `false` where the list may go on, or had rows that could not be read: then "not among them" is not known. */
  readonly isWhole: boolean
  readonly count: number
  /** By skeletons: what looks the same is the same here. */
  readonly byId: Shelf
  readonly byName: Shelf
  readonly byHostSkeleton: Shelf
  /** By what a browser would do with them. */
  readonly byAddress: Shelf
  readonly byHost: Shelf
}

const shelve = (claims: readonly Claim[], keyOf: (claim: Claim) => string): Shelf => {
  const shelf = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = keyOf(claim)
    // An empty key looks like nothing; two that show nothing are not alike.
    if (key === '') continue
    const row = shelf.get(key)
    if (row === undefined) shelf.set(key, [claim])
    else row.push(claim)
  }
  return shelf
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
    byId: shelve(claims, ({ mirrorId }) => skeletonOf(mirrorId ?? '')),
    byName: shelve(claims, ({ name }) => skeletonOf(name)),
    byHostSkeleton: shelve(claims, (claim) => skeletonOf(webOf(claim)?.writtenHost ?? '')),
    byAddress: shelve(claims, (claim) => webOf(claim)?.normal ?? ''),
    byHost: shelve(claims, (claim) => webOf(claim)?.host ?? ''),
  }
}
