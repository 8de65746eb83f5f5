import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { errorCode } from '#gateway/upstream/network-error.ts'

/**
 * Starts listening and returns the port. `0` asks for any free one; `setting` names what to change when it is taken.
 *
 * @throws ConfigError when the port is taken or may not be used.
 */
export const listen = (server: Server, host: string, port: number, setting: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = errorCode(error)
      if (code === 'EADDRINUSE') {
        reject(
          new ConfigError(
            `Port ${port} is taken by another program: stop it, or set ${setting} to a free port.`,
          ),
        )
      } else if (code === 'EACCES') {
        reject(
          new ConfigError(`Port ${port} may not be used by this account: set ${setting} to one above 1023.`),
        )
      } else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
        reject(new ConfigError('HOST must be a name or an address of this machine.'))
      } else reject(error)
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

/** How long requests under way may take to finish, in ms. Orchestrators kill after 30 s by default. */
const DEADLINE_MS = 10_000

/** How long what is answered at the deadline has to leave, in ms. */
const LAST_WORDS_MS = 250

/** Ends a socket with the answer that is under way on it. */
const endAfter = (response: ServerResponse, socket: Socket): void => {
  if (!response.headersSent) response.setHeader('connection', 'close')
  // `end` lets what was written leave first.
  response.once('close', () => socket.end())
}

/**
 * Prepares a server for a stop that ends. `server.close()` waits without end for sockets on which nothing was asked, and
 * cuts answers that are written but not read yet. Here the former are closed at once, and what is under way is finished
 * to its last byte. What is left at the deadline is cut, after `onDeadline` could answer what waits: a browser
 * sends a request again, a write too, when it got no answer at all.
 */
export const prepareStop = (
  server: Server,
  onDeadline: () => void = () => undefined,
): ((deadlineMs?: number) => Promise<void>) => {
  /** The open sockets, with the last answer on each. */
  const sockets = new Map<Socket, ServerResponse | null>()
  let isStopping = false
  server.on('connection', (socket) => {
    sockets.set(socket, null)
    socket.once('close', () => sockets.delete(socket))
  })
  server.prependListener('request', ({ socket }, response) => {
    sockets.set(socket, response)
    if (isStopping) endAfter(response, socket)
  })
  return (deadlineMs = DEADLINE_MS) =>
    new Promise((resolve) => {
      isStopping = true
      let cut = setTimeout(() => {
        onDeadline()
        cut = setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS)
      }, deadlineMs)
      // That of node:http takes an answer that was ended for one that has left.
      NetServer.prototype.close.call(server, () => {
        clearTimeout(cut)
        resolve()
      })
      for (const [socket, response] of sockets) {
        if (response === null || response.writableFinished) socket.destroy()
        else endAfter(response, socket)
      }
    })
}
