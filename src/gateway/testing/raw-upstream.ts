import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { listenOnLoopback } from './listen-on-loopback.ts'

/** A TCP server that answers with the bytes that a test gives, and records its requests. */
export type RawUpstream = {
  readonly url: string
  /** Every request as it came, head and body. */
  readonly received: readonly string[]
  /** Sockets that were closed by the other side. */
  readonly closed: Promise<void>
}

/** The head of a JSON answer of a given length. */
export const jsonHead = (length: number, more = ''): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${more}content-length: ${length}\r\n\r\n`

/** A whole answer. */
export const jsonAnswer = (body: unknown, more = ''): string => {
  const text = JSON.stringify(body)
  return jsonHead(Buffer.byteLength(text), more) + text
}

/** Starts one; `answer` gets each request and its socket. It ends with the test. */
export const startRawUpstream = async (
  answer: (request: string, socket: Socket) => void,
): Promise<RawUpstream> => {
  const received: string[] = []
  const sockets = new Set<Socket>()
  const closed = Promise.withResolvers<void>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => {
      sockets.delete(socket)
      closed.resolve()
    })
    socket.on('data', (chunk) => {
      received.push(chunk.toString('latin1'))
      answer(chunk.toString('latin1'), socket)
    })
  })
  const port = await listenOnLoopback(server)
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `http://127.0.0.1:${port}`, received, closed: closed.promise }
}
