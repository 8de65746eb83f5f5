import type { Dispatcher } from 'undici'
import { GatewayError } from './gateway-error.ts'
import { upstreamErrorOf } from './network-error.ts'

/** Asks the upstream. @throws GatewayError when no complete answer came. */
export type UpstreamFetch = (request: Request) => Promise<Response>

/** Largest answer in bytes that is read as a whole; a page of mirrors is a few hundred kB at most. */
const MAX_ANSWER = 8_388_608

/** Answers of the upstream that carry no body by their status; `Response` refuses one for them. */
const NULL_BODY = new Set([204, 205, 304])

/**
 * A `fetch` for the gateway's own questions to the upstream, over the same connections that requests are forwarded
 * on. It follows nothing, decompresses nothing and reads a bounded body as a whole.
 */
export const createUpstreamFetch =
  (dispatcher: Dispatcher): UpstreamFetch =>
  async (request) => {
    const { origin, pathname, search } = new URL(request.url)
    try {
      const answer = await dispatcher.request({
        origin,
        path: pathname + search,
        method: request.method,
        headers: { ...Object.fromEntries(request.headers), 'accept-encoding': 'identity' },
        signal: request.signal,
      })
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
        size += chunk.length
        if (size > MAX_ANSWER) throw new GatewayError('upstream-not-json')
        chunks.push(chunk)
      }
      const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] satisfies [string, string]] : [],
      )
      const body = NULL_BODY.has(answer.statusCode) ? null : Buffer.concat(chunks)
      return new Response(body, { status: answer.statusCode, headers })
    } catch (error) {
      throw upstreamErrorOf(error)
    }
  }
