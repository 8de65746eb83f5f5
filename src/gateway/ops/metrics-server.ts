import { createServer } from 'node:http'
import { listen, prepareStop } from '#gateway/http/listen.ts'

/** The collector reads on the same machine; the metrics are for no other reader. */
const LOOPBACK = '127.0.0.1'

const LOOPBACK_NAME = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/

/** Serves `/metrics` on a loopback port of its own, so that no proxy can publish it by accident. */
export const createMetricsServer = (text: () => string) => {
  const server = createServer({ headersTimeout: 5000, requestTimeout: 5000 }, (request, response) => {
    // The name is checked, as a page in a browser on this machine could otherwise read it (DNS rebinding).
    const isKnown = request.method === 'GET' && request.url === '/metrics'
    if (!isKnown || !LOOPBACK_NAME.test(request.headers.host ?? '')) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    response.end(text())
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
