import { createServer } from 'node:net'

/** Whether a program on this machine may listen at an address. */
export const canListenAt = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(0, address, () => server.close(() => resolve(true)))
  })
