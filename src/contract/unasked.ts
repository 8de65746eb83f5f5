/** Failures before any mirror was asked: they are about what Bitbucket said or the gateway allows, not about a mirror. */
export const UNASKED_FAILURES = [
  /** The upstream no longer lists this mirror for this repository, or gave no link for it. */
  'no-link',
  /** The upstream's list of the mirrors of this repository could not be read as a whole, and this mirror is not in what was read. */
  'incomplete-list',
  /** The link's host is not the host of the mirror's own address, or the mirror has no readable address. */
  'foreign-link',
  /** The link has the host of the mirror's address and another scheme: http instead of https, or the reverse. */
  'other-scheme',
  /** The link has the scheme and host of the mirror's address, and another port. */
  'other-port',
  /** The address is one the gateway never asks (loopback, link-local, metadata, not http(s)). */
  'forbidden-address',
  /** Too many questions of this user are under way. */
  'busy',
] as const

const UNASKED: ReadonlySet<string> = new Set(UNASKED_FAILURES)

/** Whether the mirror was not asked at all, so that nothing is known of what it would have said. */
export const isUnasked = (
  result: { readonly kind: 'answered' } | { readonly kind: 'failed'; readonly failure: string },
): boolean => result.kind === 'failed' && UNASKED.has(result.failure)
