import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { onTestFinished } from 'vitest'
import { listenOnLoopback } from '#gateway/testing/listen-on-loopback.ts'
import { selfSignedCertificate } from '#demo/self-signed-certificate.ts'
import type { AnswerFault } from './answer-faults.ts'
import type { WireFault } from './wire-faults.ts'

/** What goes wrong with the answer to a request; `null` for nothing. */
export type WireRule = (request: Request) => {
  /** Changes or replaces the answer itself. */
  readonly answer?: AnswerFault
  /** How its bytes are put on the socket. */
  readonly wire?: WireFault
} | null

const noRule: WireRule = () => null
const notServedYet = (_request: Request): Promise<Response> =>
  Promise.reject(new Error('Nothing is served yet'))

const bodyOf = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

/**
 * Serves a `fetch` over real sockets, through faults. It ends with the test.
 *
 * @param isSecure https, with a certificate that no one trusts.
 */
export const startFaultyWire = async ({ isSecure = false }: { isSecure?: boolean } = {}) => {
  let rule = noRule
  let serve = notServedYet
  const listener: RequestListener = (incoming, response) => {
    const answer = async () => {
      const body = await bodyOf(incoming)
      const request = new Request(`http://${incoming.headers.host ?? ''}${incoming.url ?? ''}`, {
        method: incoming.method ?? 'GET',
        headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
        body: body === '' ? null : body,
      })
      const fault = rule(request)
      const ask = () => serve(request)
      const answered = await (fault?.answer?.(request, ask) ?? ask())
      const wire = {
        status: answered.status,
        headers: Object.fromEntries(answered.headers),
        body: Buffer.from(await answered.arrayBuffer()),
      }
      if (fault?.wire) {
        await fault.wire(wire, incoming.socket)
        return
      }
      response.writeHead(wire.status, wire.headers)
      response.end(wire.body)
    }
    answer().catch(() => response.destroy())
  }
  const server = isSecure ? createSecureServer(selfSignedCertificate(), listener) : createServer(listener)
  const port = await listenOnLoopback(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    port,
    /** What stands behind the wire. */
    serve: (fetch: typeof serve): void => {
      serve = fetch
    },
    /** What is broken from now on. */
    setRule: (next: WireRule): void => {
      rule = next
    },
  }
}
