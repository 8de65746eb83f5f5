import type { IncomingMessage } from 'node:http'
import { GatewayError } from './gateway-error.ts'

/** Whether a request announces a body. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * Reads a whole body of at most `limit` bytes, so that nothing reaches the upstream before it is known to be in
 * bounds and complete.
 *
 * @throws GatewayError `body-too-large`, or `bad-request` when the body breaks off.
 */
export const readBody = (request: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const tooLarge = () => {
      // What is still coming is not read, so the connection cannot be used for another request.
      request.pause()
      reject(new GatewayError('body-too-large', { headers: { connection: 'close' } }))
    }
    if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge()
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) tooLarge()
      else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', () => reject(new GatewayError('bad-request')))
    return undefined
  })
