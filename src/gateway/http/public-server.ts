import type { Duplex } from 'node:stream'
import { refuseUnread } from './refuse-unread.ts'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'

/** The time a client has to send its headers, in ms: enough for a slow phone, short for a client that only holds sockets. */
const HEADERS_MS = 15_000

/** How often Node checks for clients that are too slow, in ms; its default of 30 s would double their time. */
const CHECK_INTERVAL_MS = 5000

/** How long a socket may be idle between requests, in ms: longer than the proxies before it keep theirs (60 s). */
const KEEP_ALIVE_MS = 65_000

/** How long a socket may be idle within a request, in ms: a client that stopped reading is disconnected. */
const STILL_MS = 120_000

/** Sockets at once: below the usual limits of descriptors, so that files and the upstream still get theirs. */
const MAX_SOCKETS = 4096

/** A server that any client may connect to: bounded in sockets, sizes and times, strict about HTTP. */
export const createPublicServer = (handle: RequestListener): Server => {
  const server = createServer(
    {
      headersTimeout: HEADERS_MS,
      requestTimeout: 2 * HEADERS_MS,
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      insecureHTTPParser: false,
      // The front door refuses a request without one, and names the setting that helps.
      requireHostHeader: false,
      maxHeaderSize: 16_384,
    },
    handle,
  )
  const answers = new WeakMap<Duplex, ServerResponse>()
  server.prependListener('request', (request, response) => answers.set(request.socket, response))
  // Node would refuse an expectation that it does not know in words of its own, without the mark of the gateway.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  server.on('clientError', (error, socket) => {
    const last = answers.get(socket)
    refuseUnread(error, socket, last !== undefined && last.headersSent && !last.writableFinished)
  })
  server.maxConnections = MAX_SOCKETS
  server.timeout = STILL_MS
  return server
}
