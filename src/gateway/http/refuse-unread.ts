import type { Duplex } from 'node:stream'
import { STATUS_CODES } from 'node:http'
import { DATA_HEADERS } from '#gateway/document/document-policy.ts'
import { errorCode } from '#gateway/upstream/network-error.ts'
import { JSON_TYPE } from './gateway-error.ts'

/** The status for a request that node:http could not read, by its error; what node:http itself would answer. */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

const TOO_LARGE =
  'The headers of this request are too large for the console. Usually other applications on the same host have set too many cookies: delete the cookies of this host in the browser, then load the page again.'

const wantsPage = (error: Error): boolean =>
  'rawPacket' in error &&
  error.rawPacket instanceof Uint8Array &&
  /^accept:[^\r\n]*text\/html/im.test(Buffer.from(error.rawPacket).toString('latin1'))

const bodyOf = (error: Error, status: number): { readonly type: string; readonly text: string } => {
  if (status !== 431) return { type: JSON_TYPE, text: '' }
  if (wantsPage(error)) {
    const text = `<!doctype html><html lang="en"><title>Too many cookies</title><h1>Too many cookies</h1><p>${TOO_LARGE}</p></html>`
    return { type: 'text/html; charset=utf-8', text }
  }
  const text = JSON.stringify({
    errors: [{ context: null, message: TOO_LARGE, exceptionName: null }],
    kind: 'bad-request',
  })
  return { type: JSON_TYPE, text }
}

/**
 * Answers a request whose head could not be read, and closes: too large headers get an explanation. While an earlier
 * answer on this connection is under way (`isAnswering`), nothing is written, since it would become part of that answer.
 */
export const refuseUnread = (error: Error, socket: Duplex, isAnswering: boolean): void => {
  const code = errorCode(error) ?? ''
  if (isAnswering || !socket.writable || code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = STATUS_OF[code] ?? 400
  const { type, text } = bodyOf(error, status)
  const head = Object.entries({
    ...DATA_HEADERS,
    'content-type': type,
    'content-length': String(Buffer.byteLength(text)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head.join('')}\r\n${text}`)
  socket.once('finish', () => socket.destroy())
}
