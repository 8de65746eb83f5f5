import { createHash } from 'node:crypto'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import type { SealedSession } from './session-seal.ts'

const marks = new WeakMap<SealedSession, string>()

/** The mark of a session: the same until it ends and in all replicas; its id cannot be computed from it. */
export const sessionMark = (session: SealedSession): string => {
  const known = marks.get(session)
  if (known !== undefined) return known
  const mark = createHash('sha256').update(`mark ${session.id}`).digest('base64url').slice(0, 16)
  marks.set(session, mark)
  return mark
}

/**
 * Refuses a request of a page that belongs to another session than the cookie, and every write that does not say to
 * which it belongs.
 *
 * @param mark what the page sent; absent where the document itself asks early, which only reads.
 * @throws GatewayError `other-session` or `unmarked-write`: nothing is done with another person's credential.
 */
export const requireOwnSession = (
  session: SealedSession | null,
  method: string,
  mark: string | null,
): void => {
  if (session === null) return
  if (mark !== null && mark !== sessionMark(session)) throw new GatewayError('other-session')
  if (mark === null && method !== 'GET' && method !== 'HEAD') throw new GatewayError('unmarked-write')
}
