import { createHash } from 'node:crypto'
import type { BitbucketSession } from './open-session.ts'
import type { SealedSession } from './session-seal.ts'

/** Whom shares and limits are for. */
export type SessionOwner =
  | Pick<SealedSession, 'user' | 'isNamed' | 'authorization'>
  | (Pick<BitbucketSession, 'user' | 'id' | 'cookies'> & { readonly isNamed: boolean })

/**
 * The user of a session, as far as shares and limits are concerned. Where a proxy removes the name that Bitbucket gave,
 * all users of tokens have the same words in place of a name, so there each credential counts as one user. The digest
 * opens nothing.
 */
export const ownerOf = (owner: SessionOwner): string => {
  if (owner.isNamed) return `user ${owner.user}`
  // The id of a session of Bitbucket's is a digest of its cookies already.
  const digest =
    'authorization' in owner ? createHash('sha256').update(owner.authorization).digest('base64url') : owner.id
  return `credential ${digest}`
}
