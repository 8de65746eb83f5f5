import { createHash } from 'node:crypto'
import type { SealedSession } from './session-seal.ts'

/**
 * The user of a session, as far as shares and limits are concerned. Where a proxy removes the name that Bitbucket gave,
 * all users of tokens have the same words in place of a name, so there each credential counts as one user. The digest
 * opens nothing.
 */
export const ownerOf = ({
  user,
  isNamed,
  authorization,
}: Pick<SealedSession, 'user' | 'isNamed' | 'authorization'>): string =>
  isNamed ? `user ${user}` : `credential ${createHash('sha256').update(authorization).digest('base64url')}`
