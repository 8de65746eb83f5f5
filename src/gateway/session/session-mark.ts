import { createHash } from 'node:crypto'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import type { OpenSession } from './open-session.ts'

const marks = new WeakMap<OpenSession, string>()

/**
 * What is marked. Bitbucket's cookies change while the same person stays signed in, so there the mark is that of the
 * person: the one whose name is on the screen.
 */
const markedOf = (session: OpenSession): string =>
  'cookies' in session ? `person ${session.upstream} ${session.user}` : `mark ${session.id}`

/** The mark of a session: the same until it ends and in all replicas; its id cannot be computed from it. */
export const sessionMark = (session: OpenSession): string => {
  const known = marks.get(session)
  if (known !== undefined) return known
  const mark = createHash('sha256').update(markedOf(session)).digest('base64url').slice(0, 16)
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
export const requireOwnSession = (session: OpenSession | null, method: string, mark: string | null): void => {
  if (session === null) return
  if (mark !== null && mark !== sessionMark(session)) throw new GatewayError('other-session')
  if (mark === null && method !== 'GET' && method !== 'HEAD') throw new GatewayError('unmarked-write')
}
