import { createServer, type IncomingMessage, request as send } from 'node:http'
import { portOf } from './port-of.ts'

/** What a proxy answers by itself instead of passing a request on. */
export type OwnAnswer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A proxy before the console, as an API gateway, an ingress or a single sign-on is. */
export type FrontProxy = {
  readonly url: string
  /** From now on, what it answers by itself; `null` passes a request on. */
  readonly setRule: (rule: (request: IncomingMessage) => OwnAnswer | null) => void
  /** Every request that it passed on, as method and path. */
  readonly passed: readonly string[]
  readonly close: () => void
}

type Rule = (request: IncomingMessage) => OwnAnswer | null

const passOn: Rule = () => null

/** Starts a proxy before the console at `target`. At first it passes everything on. */
export const startFrontProxy = async (target: string): Promise<FrontProxy> => {
  let rule = passOn
  const passed: string[] = []
  const { hostname, port, host } = new URL(target)
  const server = createServer((request, response) => {
    const own = rule(request)
    if (own !== null) {
      response.writeHead(own.status, own.headers ?? {})
      response.end(own.body ?? '')
      return
    }
    passed.push(`${request.method ?? ''} ${request.url ?? ''}`)
    const onward = send(
      { hostname, port, method: request.method, path: request.url, headers: { ...request.headers, host } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    setRule: (next) => {
      rule = next
    },
    passed,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
