import {
  createServer,
  type IncomingMessage,
  request as send,
  type Server,
  type ServerResponse,
} from 'node:http'
import { once } from 'node:events'
import { operations } from '#contract/operations.ts'
import { portOf } from './port-of.ts'

/** A server at a context path that knows the documented operations and nothing else. */
export type DocumentedBitbucket = {
  /** Its address, with the context path. */
  readonly url: string
  /** Every path that was asked for and is no documented operation. */
  readonly undocumented: readonly string[]
  /** Ends it, connections included; its port refuses from then on. */
  readonly close: () => Promise<void>
  /** Listens again at the same address. */
  readonly reopen: () => Promise<void>
  /** Accepts every request from now on and answers none. @returns answers them all, and those that come. */
  readonly hang: () => () => void
}

const documented = Object.values(operations).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))

const isDocumented = (method: string, path: string): boolean =>
  documented.some((row) => row.method === method && row.pattern.test(path))

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return portOf(server)
}

/**
 * Starts a proxy with a context path in front of the Bitbucket at `target`, which answers 404 to everything that the
 * vendor does not document.
 *
 * @param isOpen `false` to choose a port and refuse connections on it until `reopen`.
 */
export const startDocumentedBitbucket = async (
  target: string,
  context: string,
  isOpen = true,
): Promise<DocumentedBitbucket> => {
  const undocumented: string[] = []
  let held: (() => void)[] | null = null
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const method = incoming.method ?? 'GET'
    const path = incoming.url ?? ''
    const inside = path.startsWith(`${context}/`) ? path.slice(context.length) : null
    if (inside === null || !isDocumented(method, new URL(inside, target).pathname)) {
      undocumented.push(`${method} ${path}`)
      outgoing.writeHead(404, { 'content-type': 'application/json' }).end('{"errors":[]}')
      return
    }
    const headers = { ...incoming.headers, host: new URL(target).host }
    const onward = send(new URL(inside, target), { method, headers }, (onwardAnswer) => {
      outgoing.writeHead(onwardAnswer.statusCode ?? 502, onwardAnswer.headers)
      onwardAnswer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  }
  const server = createServer((incoming, outgoing) => {
    if (held === null) answer(incoming, outgoing)
    else held.push(() => answer(incoming, outgoing))
  })
  const close = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  const port = await listen(server, 0)
  if (!isOpen) await close()
  return {
    url: `http://127.0.0.1:${port}${context}`,
    undocumented,
    close,
    reopen: async () => {
      await listen(server, port)
    },
    hang: () => {
      held = []
      return () => {
        const waiting = held ?? []
        held = null
        for (const resume of waiting) resume()
      }
    },
  }
}
