import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

/** An answer before it is put on a socket. */
export type WireAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Puts an answer on a socket, or what is left of it. The socket is used for nothing else after it. */
export type WireFault = (answer: WireAnswer, socket: Socket) => void | Promise<void>

const headOf = ({ status, headers }: WireAnswer, more: Readonly<Record<string, string>>): string =>
  [
    `HTTP/1.1 ${status} Said`,
    ...Object.entries({ ...headers, ...more, connection: 'close' }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '\r\n',
  ].join('\r\n')

const lengthOf = ({ body }: WireAnswer) => ({ 'content-length': String(body.length) })
const half = ({ body }: WireAnswer) => body.subarray(0, Math.floor(body.length / 2))
const CHUNKED = { 'transfer-encoding': 'chunked' }
const chunk = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])

/** Writes in pieces of `size` bytes, with so many ms between. */
const inPieces = async (bytes: Buffer, size: number, ms: number, socket: Socket): Promise<void> => {
  socket.setNoDelay(true)
  for (let at = 0; at < bytes.length && !socket.destroyed; at += size) {
    socket.write(bytes.subarray(at, at + size))
    await delay(ms)
  }
}

const whole = (answer: WireAnswer): Buffer =>
  Buffer.concat([Buffer.from(headOf(answer, lengthOf(answer))), answer.body])

/** What networks, proxies and crashing servers do to an answer, by bytes. */
export const WIRE_FAULTS = {
  'comes late': async (answer, socket) => {
    await delay(40)
    socket.end(whole(answer))
  },
  'comes in pieces of 7 bytes': async (answer, socket) => {
    await inPieces(whole(answer), 7, 0, socket)
    socket.end()
  },
  'comes through a narrow line': async (answer, socket) => {
    await inPieces(whole(answer), 256, 4, socket)
    socket.end()
  },
  'comes in chunks': (answer, socket) => {
    socket.write(headOf(answer, CHUNKED))
    socket.write(chunk(half(answer)))
    socket.end(Buffer.concat([chunk(answer.body.subarray(half(answer).length)), Buffer.from('0\r\n\r\n')]))
  },
  'has no length and ends with the connection': (answer, socket) => {
    socket.end(Buffer.concat([Buffer.from(headOf(answer, {})), answer.body]))
  },
  'is reset before it begins': (_answer, socket) => {
    socket.resetAndDestroy()
  },
  'is closed before it begins': (_answer, socket) => {
    socket.end()
  },
  'is reset in its head': (answer, socket) => {
    socket.write(headOf(answer, lengthOf(answer)).slice(0, 40), () => socket.resetAndDestroy())
  },
  'is reset in its body': (answer, socket) => {
    socket.write(headOf(answer, lengthOf(answer)))
    socket.write(half(answer), () => socket.resetAndDestroy())
  },
  'is shorter than its length': (answer, socket) => {
    socket.write(headOf(answer, lengthOf(answer)))
    socket.end(half(answer))
  },
  'ends without its last chunk': (answer, socket) => {
    socket.write(headOf(answer, CHUNKED))
    socket.end(chunk(half(answer)))
  },
  'has a chunk of nonsense': (answer, socket) => {
    socket.write(headOf(answer, CHUNKED))
    socket.end(Buffer.concat([chunk(half(answer)), Buffer.from('zz\r\nxx')]))
  },
  'is longer than its length': (answer, socket) => {
    socket.end(Buffer.concat([whole(answer), Buffer.from('HTTP/1.1 200 OK\r\n\r\n{"values":[]}')]))
  },
  'never begins': () => undefined,
  'stops in its body': (answer, socket) => {
    socket.write(headOf(answer, lengthOf(answer)))
    socket.write(half(answer))
  },
  'is another protocol': (_answer, socket) => {
    socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n')
  },
  'has a head without end': (answer, socket) => {
    socket.write(`HTTP/1.1 ${answer.status} Said\r\n`)
    socket.end(`x-filler: ${'a'.repeat(80_000)}\r\n\r\n`)
  },
  'is compressed unasked': (answer, socket) => {
    const body = gzipSync(answer.body)
    const packed = { ...answer, body }
    socket.end(
      Buffer.concat([Buffer.from(headOf(packed, { ...lengthOf(packed), 'content-encoding': 'gzip' })), body]),
    )
  },
} as const satisfies Record<string, WireFault>

/** The name of one fault on the wire. */
export type WireFaultName = keyof typeof WIRE_FAULTS
