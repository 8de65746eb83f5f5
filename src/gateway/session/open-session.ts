import type { BitbucketCookies } from './bitbucket-cookies.ts'
import { bitbucketCookieHeader } from './bitbucket-cookies.ts'
import type { SealedSession } from './session-seal.ts'

/** A session that Bitbucket itself has with the browser. It is made for one request, and kept nowhere. */
export type BitbucketSession = {
  /** A digest of the cookies. It opens nothing. */
  readonly id: string
  /** As Bitbucket named the user of these cookies. */
  readonly user: string
  readonly isNamed: true
  readonly upstream: string
  /** Secrets. */
  readonly cookies: BitbucketCookies
  /** `Set-Cookie` lines that must reach the browser with the answer. */
  readonly setCookies: readonly string[]
}

/** The session of somebody who is signed in, whichever way. */
export type OpenSession = SealedSession | BitbucketSession

/** What Bitbucket knows a caller by: one header, whose value is a secret. */
export type Credential = { readonly authorization: string } | { readonly cookie: string }

/** Who has a credential. */
export type CredentialOwner = Pick<SealedSession, 'authorization'> | Pick<BitbucketSession, 'cookies'>

/**
 * The credential for the gateway's own questions. The cookie that signs in again changes when it is used, and its new
 * value has to reach the browser; the answers of these questions do not, so it is left out.
 */
export const credentialOf = (owner: CredentialOwner): Credential =>
  'authorization' in owner
    ? { authorization: owner.authorization }
    : { cookie: bitbucketCookieHeader({ ...owner.cookies, remember: null }) }

/** The credential for what is forwarded: the cookies that its answer sets are passed on. */
export const forwardedCredentialOf = (owner: CredentialOwner): Credential =>
  'authorization' in owner ? credentialOf(owner) : { cookie: bitbucketCookieHeader(owner.cookies) }
