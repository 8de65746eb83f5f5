import { decodeJson } from './decode-json.ts'
import { GatewayError } from './gateway-error.ts'

/**
 * Reads a JSON body.
 *
 * @throws GatewayError when it is declared as something else, or is no JSON.
 */
export const readJsonBody = async (request: Request): Promise<unknown> => {
  if (request.headers.get('content-type')?.toLowerCase() !== 'application/json') {
    throw new GatewayError('wrong-media-type')
  }
  try {
    return decodeJson(new Uint8Array(await request.arrayBuffer()))
  } catch {
    // The parser's own message would repeat a piece of the text, which may be a password.
    throw new GatewayError('bad-request')
  }
}
