import { createServer, type IncomingMessage, request as send, type ServerResponse } from 'node:http'
import { listen, prepareStop } from '#gateway/http/listen.ts'

/** One origin for Bitbucket and the console, as a proxy in front of both makes it. */
export type BitbucketFront = {
  readonly origin: string
  /** Where each of the two is, once that is known. */
  readonly lead: (ports: { readonly bitbucket: number; readonly console: number }) => void
  readonly close: (deadlineMs?: number) => Promise<void>
}

/** Path below which the console is. */
export const CONSOLE_PATH = '/mirrors'

const isConsole = (url: string): boolean => /^\/mirrors(?:[/?]|$)/.test(url)

/**
 * Starts it on this machine's loopback: the console below {@link CONSOLE_PATH}, Bitbucket at the root. For the embedded
 * start; what production has in this place is in `deploy/`.
 *
 * @throws ConfigError when the port is taken.
 */
export const startBitbucketFront = async (host: string, port: number): Promise<BitbucketFront> => {
  let ports = { bitbucket: 0, console: 0 }
  const passOn = (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url = '/', headers } = request
    const onward = send(
      {
        hostname: '127.0.0.1',
        port: isConsole(url) ? ports.console : ports.bitbucket,
        method,
        path: url,
        headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        answer.on('error', () => response.destroy())
      },
    )
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  }
  const server = createServer(passOn)
  const stop = prepareStop(server)
  const actual = await listen(server, host, port, 'PORT')
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    lead: (given) => {
      ports = given
    },
    close: stop,
  }
}
