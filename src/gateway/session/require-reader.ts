import { GatewayError } from '#gateway/http/gateway-error.ts'
import type { SealedSession } from './session-seal.ts'

/**
 * The session of somebody who asks and changes nothing.
 *
 * @throws GatewayError for any method but GET, and for nobody.
 */
export const requireReader = (request: Request, session: SealedSession | null): SealedSession => {
  if (request.method !== 'GET') {
    throw new GatewayError('not-in-contract', { status: 405, headers: { allow: 'GET' } })
  }
  if (session === null) throw new GatewayError('signed-out')
  return session
}
