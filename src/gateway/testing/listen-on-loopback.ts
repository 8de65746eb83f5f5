import type { Server } from 'node:net'

/** Starts listening on any free port of 127.0.0.1 and returns it. */
export const listenOnLoopback = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
