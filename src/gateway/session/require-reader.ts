import { GatewayError } from '#gateway/http/gateway-error.ts'
import type { OpenSession } from './open-session.ts'

/**
 * The session of somebody who asks and changes nothing.
 *
 * @throws GatewayError for any method but GET, and for nobody.
 */
export const requireReader = (request: Request, session: OpenSession | null): OpenSession => {
  if (request.method !== 'GET') {
    throw new GatewayError('not-in-contract', { status: 405, headers: { allow: 'GET' } })
  }
  if (session === null) throw new GatewayError('signed-out')
  return session
}
