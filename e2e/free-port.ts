import { once } from 'node:events'
import { createServer } from 'node:net'
import { portOf } from './port-of.ts'

/** A port that is free now, for a console that must know its public address before it listens. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  await once(server, 'close')
  return port
}
