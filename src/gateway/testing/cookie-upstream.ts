import { createServer, type IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'
import { operations } from '#contract/operations.ts'
import { listenOnLoopback } from './listen-on-loopback.ts'

/** What it answers. */
export type CookieAnswer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string
}

const refusal = JSON.stringify({ errors: [{ context: null, message: 'No', exceptionName: null }] })
const JSON_HEADERS = { 'content-type': 'application/json' }

/** The user whose name the session cookie has: `BITBUCKETSESSIONID=alice-1` is one of alice's. */
const userOf = ({ headers }: IncomingMessage): string | null =>
  /BITBUCKETSESSIONID=([a-z]+)-\d/.exec(headers.cookie ?? '')?.[1] ?? null

/**
 * A Bitbucket that knows users by their session cookie and records what it was asked. `rule` answers instead where it
 * returns something.
 */
export const startCookieUpstream = async (
  rule: (request: IncomingMessage, user: string | null, url: string) => CookieAnswer | null = () => null,
) => {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    request.resume()
    asked.push(request)
    const user = userOf(request)
    const known = user === null ? {} : { 'x-ausername': user }
    const isPreference = request.url?.endsWith(operations.getPreferredMirror.path) === true
    const usual: CookieAnswer =
      user === null
        ? { status: 401, body: refusal }
        : request.method !== 'GET'
          ? { status: 204 }
          : isPreference
            ? { status: 404, body: refusal }
            : { status: 200, body: '{"values":[],"size":0,"limit":25,"start":0,"isLastPage":true}' }
    const { status, headers, body } = rule(request, user, `http://${request.headers.host}`) ?? usual
    response.writeHead(status, { ...(body === undefined ? {} : JSON_HEADERS), ...known, ...headers })
    response.end(body)
  })
  const port = await listenOnLoopback(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${port}`, asked }
}
