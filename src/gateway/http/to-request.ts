import type { IncomingMessage, ServerResponse } from 'node:http'
import { GatewayError } from './gateway-error.ts'
import { hasBody, readBody } from './read-body.ts'

/**
 * A received request as a `Request`, its body read up to `bodyLimit` bytes. `target` replaces the received one. Its signal aborts when the client leaves.
 *
 * @throws GatewayError when the body is too large, or the parts make no `Request`.
 */
export const toRequest = async (
  incoming: IncomingMessage,
  response: ServerResponse,
  origin: string,
  bodyLimit: number,
  target = incoming.url ?? '/',
): Promise<Request> => {
  const body = hasBody(incoming) ? await readBody(incoming, bodyLimit) : null
  const left = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) left.abort()
  })
  try {
    const headers = new Headers()
    for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
      headers.append(incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '')
    }
    return new Request(origin + target, {
      method: incoming.method ?? 'GET',
      headers,
      body,
      signal: left.signal,
    })
  } catch (cause) {
    throw new GatewayError('bad-request', { cause })
  }
}
