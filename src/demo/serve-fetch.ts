import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { sendError } from '#gateway/http/send-error.ts'
import { toRequest } from '#gateway/http/to-request.ts'
import { writeResponse } from '#gateway/http/write-response.ts'

/** Largest body in bytes; the largest command of the REST API is much smaller. */
const MAX_BODY = 4_194_304

/** Answers a request; what it rejects breaks the connection. */
export type Fetch = (request: Request) => Promise<Response>

/** A server whose handler is given later: its port must be known before the handler exists. */
export type FetchServer = {
  readonly server: Server
  readonly serve: (fetch: Fetch) => void
}

const notServedYet: Fetch = () => Promise.reject(new Error('Nothing is served yet'))

const answerWith = async (
  fetch: Fetch,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  let request: Request
  try {
    request = await toRequest(incoming, response, `http://${incoming.headers.host ?? 'localhost'}`, MAX_BODY)
  } catch (error) {
    sendError(response, error)
    return
  }
  await writeResponse(await fetch(request), response)
}

/**
 * A node:http server before a `fetch`. A handler that rejects, or a body that breaks, breaks the connection, as a
 * server that crashes would.
 *
 * @param certificate with its key, both as PEM: then it speaks https alone.
 */
export const createFetchServer = (certificate?: {
  readonly cert: string
  readonly key: string
}): FetchServer => {
  let fetch = notServedYet
  const listener = (incoming: IncomingMessage, response: ServerResponse) => {
    answerWith(fetch, incoming, response).catch(() => response.destroy())
  }
  const server =
    certificate === undefined ? createServer(listener) : createSecureServer(certificate, listener)
  return {
    server,
    serve: (served) => {
      fetch = served
    },
  }
}
