import type { Dispatcher } from 'undici'
import { AnswerTooLarge } from './answer-too-large.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { upstreamErrorOf } from './network-error.ts'
import { createConcurrencyLimit } from '#gateway/http/concurrency-limit.ts'

/**
 * Asks the upstream and reads at most `maxBytes` of its answer.
 *
 * @throws GatewayError when no complete answer came, AnswerTooLarge when it is larger.
 */
export type UpstreamFetch = (request: Request, maxBytes?: number) => Promise<Response>

/** Largest answer in bytes that is read as a whole; a page of mirrors is a few hundred kB at most. */
const MAX_ANSWER = 8_388_608

/** One purpose of the gateway's own questions; none waits behind another's. */
export type UpstreamLane = {
  /** How long one answer may take in all, in ms, however steadily it drips. */
  readonly totalMs: number
  /** Questions under way at once; as many as 200 others wait for a place, each up to 10 s. */
  readonly places: number
}

const QUEUE = { queue: 200, waitMs: 10_000 }

/** Answers of the upstream that carry no body by their status; `Response` refuses one for them. */
const NULL_BODY = new Set([204, 205, 304])

const readWhole = async (
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxBytes) throw new AnswerTooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * A `fetch` for the gateway's own questions of one purpose. The end of the request's signal frees its place and ends
 * the question. It follows nothing, decompresses nothing and reads a bounded body as a whole, in a bounded time.
 */
export const createUpstreamFetch = (
  dispatcher: Dispatcher,
  { totalMs, places }: UpstreamLane,
): UpstreamFetch => {
  const concurrencyLimit = createConcurrencyLimit({ ...QUEUE, places })

  const ask = async (request: Request, maxBytes: number): Promise<Response> => {
    const { origin, pathname, search } = new URL(request.url)
    const deadline = AbortSignal.timeout(totalMs)
    try {
      const answer = await dispatcher.request({
        origin,
        path: pathname + search,
        method: request.method,
        headers: { ...Object.fromEntries(request.headers), 'accept-encoding': 'identity' },
        signal: AbortSignal.any([request.signal, deadline]),
      })
      const bytes = await readWhole(answer.body as AsyncIterable<Uint8Array>, maxBytes)
      const headers = new Headers()
      for (const [name, value] of Object.entries(answer.headers)) {
        // Of all headers that can be repeated, only this one may be; the others would be read as two things.
        const isReadable = typeof value === 'string' || name === 'set-cookie'
        for (const one of isReadable ? [value ?? []].flat() : []) headers.append(name, one)
      }
      const body = NULL_BODY.has(answer.statusCode) ? null : bytes
      return new Response(body, { status: answer.statusCode, headers })
    } catch (error) {
      if (deadline.aborted) throw new GatewayError('upstream-timeout', { cause: error })
      throw upstreamErrorOf(error)
    }
  }

  return async (request, maxBytes = MAX_ANSWER) => {
    const leave = await concurrencyLimit.enter('', request.signal)
    if (leave === null) throw new GatewayError('overloaded', { headers: { 'retry-after': '5' } })
    try {
      return await ask(request, maxBytes)
    } finally {
      leave()
    }
  }
}
