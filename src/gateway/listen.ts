import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { ConfigError } from './config-error.ts'
import { errorCode } from './network-error.ts'

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

/**
 * Prepares a server for a stop that ends. `server.close()` alone waits for ever for sockets on which nothing was
 * asked; they are closed at once here, requests under way are finished, and what is left at the deadline is cut.
 */
export const prepareStop = (server: Server): ((deadlineMs?: number) => Promise<void>) => {
  const underWay = new Map<Socket, number>()
  let isStopping = false
  server.on('connection', (socket) => {
    underWay.set(socket, 0)
    socket.once('close', () => underWay.delete(socket))
  })
  server.prependListener('request', ({ socket }, response) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1)
    if (isStopping) response.setHeader('connection', 'close')
    response.once('close', () => {
      const left = (underWay.get(socket) ?? 1) - 1
      if (underWay.has(socket)) underWay.set(socket, left)
      // `end` lets what was written leave first.
      if (isStopping && left === 0) socket.end()
    })
  })
  return (deadlineMs = DEADLINE_MS) =>
    new Promise((resolve) => {
      isStopping = true
      const cut = setTimeout(() => server.closeAllConnections(), deadlineMs)
      server.close(() => {
        clearTimeout(cut)
        resolve()
      })
      for (const [socket, count] of underWay) if (count === 0) socket.destroy()
    })
}
