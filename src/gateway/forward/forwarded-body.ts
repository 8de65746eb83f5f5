import type { IncomingMessage } from 'node:http'
import * as v from 'valibot'
import type { Operation, Schema } from '#contract/operation.ts'
import { decodeJson } from '#gateway/http/decode-json.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { hasBody, readBody } from '#gateway/http/read-body.ts'

/** Largest body in bytes that is sent on; the largest real one has a few fields. */
const MAX_BODY = 1_048_576

const CLOSING = { headers: { connection: 'close' } }

/** Proxies announce chunks for writes that have no body; only their end shows that they are empty. */
const requireNoBody = async (request: IncomingMessage): Promise<void> => {
  if (!hasBody(request)) return
  const mayBeEmpty = request.method !== 'GET' && request.headers['transfer-encoding'] !== undefined
  if (!mayBeEmpty) throw new GatewayError('bad-request', CLOSING)
  try {
    await readBody(request, 0)
  } catch {
    throw new GatewayError('bad-request', CLOSING)
  }
}

const checked = (bytes: Buffer, schema: Schema): Buffer => {
  let wire: unknown
  try {
    wire = decodeJson(bytes)
  } catch {
    // The parser's own message would repeat a piece of the body.
    throw new GatewayError('bad-request', { message: 'The body must be JSON in UTF-8.' })
  }
  const read = v.safeParse(schema, wire)
  if (read.success) return Buffer.from(JSON.stringify(read.output))
  const field = v.getDotPath(read.issues[0])
  throw new GatewayError('bad-request', {
    message: `The ${field === null ? 'body' : `field ${field}`} is not as this operation needs it.`,
  })
}

/**
 * The body to send on for a row of the contract, or `null` where the row has none. It is what the row's schema reads,
 * rebuilt: fields outside the contract and spellings that two parsers read differently are dropped.
 *
 * @throws GatewayError for any other body.
 */
export const forwardedBody = async (
  request: IncomingMessage,
  operation: Operation,
): Promise<Buffer | null> => {
  if (operation.body === undefined) {
    await requireNoBody(request)
    return null
  }
  if (request.headers['content-type']?.toLowerCase() !== 'application/json') {
    throw new GatewayError('wrong-media-type', CLOSING)
  }
  return checked(await readBody(request, MAX_BODY), operation.body)
}
