import { createServer, type ServerResponse } from 'node:http'
import { listen, prepareStop } from '#gateway/http/listen.ts'

/** The collector reads on the same machine; the metrics are for no other reader. */
const LOOPBACK = '127.0.0.1'

const LOOPBACK_NAME = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/

/**
 * Serves `/metrics` on a loopback port of its own, so that no proxy can publish it by accident.
 *
 * @param text all metrics in text format 0.0.4; where it rejects, the answer is 500 and says nothing else.
 */
export const createMetricsServer = (text: () => Promise<string>) => {
  const answer = async (response: ServerResponse): Promise<void> => {
    try {
      const body = await text()
      response.writeHead(200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      response.end(body)
    } catch {
      response.writeHead(500).end()
    }
  }

  const server = createServer({ headersTimeout: 5000, requestTimeout: 5000 }, (request, response) => {
    // The name is checked, as a page in a browser on this machine could otherwise read it (DNS rebinding).
    const isKnown = request.method === 'GET' && request.url === '/metrics'
    if (!isKnown || !LOOPBACK_NAME.test(request.headers.host ?? '')) {
      response.writeHead(404).end()
      return
    }
    void answer(response)
  })
  const stop = prepareStop(server)
  return {
    /**
     * Listens, and returns the whole address.
     *
     * @throws ConfigError when the port is taken.
     */
    listen: async (port: number): Promise<string> =>
      `http://${LOOPBACK}:${await listen(server, LOOPBACK, port, 'METRICS_PORT')}/metrics`,
    close: (): Promise<void> => (server.listening ? stop(0) : Promise.resolve()),
  }
}
