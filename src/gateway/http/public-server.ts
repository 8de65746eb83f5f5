import type { Duplex } from 'node:stream'
import { refuseUnread } from './refuse-unread.ts'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'

/** The time a client has to send its headers, in ms: long for a phone, short for someone who only holds sockets. */
const HEADERS_MS = 15_000

/** How often Node looks for clients that are late, in ms; its default of 30 s would double their time. */
const LOOK_MS = 5000

/** How long a socket may be idle between requests, in ms: longer than the proxies before it keep theirs (60 s). */
const KEEP_ALIVE_MS = 65_000

/** How long a socket may stand still within a request, in ms: a reader that stopped reading is let go. */
const STILL_MS = 120_000

/** Sockets at once: below the usual limits of descriptors, so that files and the upstream still get theirs. */
const MAX_SOCKETS = 4096

/** A server that strangers may talk to: bounded in sockets, sizes and times, strict about HTTP. */
export const createPublicServer = (handle: RequestListener): Server => {
  const server = createServer(
    {
      headersTimeout: HEADERS_MS,
      requestTimeout: 2 * HEADERS_MS,
      connectionsCheckingInterval: LOOK_MS,
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
  server.on('clientError', (error, socket) => {
    const last = answers.get(socket)
    refuseUnread(error, socket, last !== undefined && last.headersSent && !last.writableFinished)
  })
  server.maxConnections = MAX_SOCKETS
  server.timeout = STILL_MS
  return server
}
