import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { portOf } from './port-of.ts'

/** A proxy between the console and Bitbucket that loses answers on demand. */
export type LossyProxy = {
  readonly url: string
  /** The next answer to a request whose bytes match is lost: Bitbucket carries it out, and the console gets no answer. */
  readonly loseAnswerTo: (request: RegExp) => void
  /** Requests that match and went through, as their first lines. */
  readonly sent: (request: RegExp) => readonly string[]
  readonly close: () => Promise<void>
}

/** Starts such a wire to `target`, over plain TCP: what is lost is lost for the gateway's own sockets. */
export const startLossyProxy = async (target: string): Promise<LossyProxy> => {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  const lines: string[] = []
  let armed: RegExp | null = null
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    let isLosing = false
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      // Both ends may be torn down at any time: that is what this is for.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (chunk) => {
      const text = chunk.toString('latin1')
      lines.push(text.split('\r\n')[0] ?? '')
      if (armed?.test(text)) {
        armed = null
        isLosing = true
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      // It answers only after it has done what was asked.
      if (isLosing) client.destroy()
      else client.write(chunk)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    loseAnswerTo: (request) => {
      armed = request
    },
    sent: (request) => lines.filter((line) => request.test(line)),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
