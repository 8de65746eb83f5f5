import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'
import { COMMON_HEADERS, DATA_POLICY, documentPolicy } from './document-policy.ts'
import type { ServeFile } from './front-door.ts'
import { GatewayError } from './gateway-error.ts'
import { createDocument } from './document.ts'
import { isFileName, type StaticFile } from './static-files.ts'

/** The document differs with every nonce, so it is compressed when asked for; a middle quality takes half a ms. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

const accepts = (request: IncomingMessage, encoding: 'br' | 'gzip'): boolean =>
  // A browser never sends a quality of zero, and whoever does gets what they named.
  (request.headers['accept-encoding']?.toString() ?? '').split(/[\s,;]+/).includes(encoding)

const bodyFor = (file: StaticFile, request: IncomingMessage) => {
  if (file.bodies.br !== undefined && accepts(request, 'br')) return { body: file.bodies.br, encoding: 'br' }
  if (file.bodies.gzip !== undefined && accepts(request, 'gzip')) {
    return { body: file.bodies.gzip, encoding: 'gzip' }
  }
  return { body: file.bodies.identity, encoding: null }
}

const send = (
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  encoding: string | null,
): void => {
  response.writeHead(200, {
    ...COMMON_HEADERS,
    ...headers,
    vary: 'accept-encoding',
    ...(encoding === null ? {} : { 'content-encoding': encoding }),
    'content-length': body.length,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const sendFile = (file: StaticFile, request: IncomingMessage, response: ServerResponse): void => {
  const { etag, type, cacheControl } = file
  const headers = { 'content-security-policy': DATA_POLICY, 'cache-control': cacheControl, etag }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { ...COMMON_HEADERS, ...headers })
    response.end()
    return
  }
  const { body, encoding } = bodyFor(file, request)
  send(request, response, { ...headers, 'content-type': type }, body, encoding)
}

/** An address of the app itself: it names no file. An id may have a dot in it, so only known extensions count. */
const isAppRoute = (path: string): boolean => !isFileName(path) && !path.startsWith('/assets/')

const wantsHtml = (request: IncomingMessage): boolean =>
  /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*')

/** Answers `GET /-/session` for whoever sent this `Cookie` header. */
export type ReadSession = (cookie: string | undefined) => Promise<Response>

/**
 * Serves the built app out of memory: files as they are, and for every address of the app its document with a nonce
 * of its own and the caller's session in it.
 *
 * @throws GatewayError 404 for anything else.
 */
export const createAppServer = (
  files: ReadonlyMap<string, StaticFile>,
  readSession: ReadSession,
): ServeFile => {
  const documentOf = createDocument(files.get('/index.html')?.bodies.identity.toString('utf8') ?? '')
  const sendDocument = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const session = await readSession(request.headers.cookie)
    const cookie = session.headers.get('set-cookie')
    if (cookie !== null) response.setHeader('set-cookie', cookie)
    const nonce = randomBytes(16).toString('base64')
    const text = documentOf(nonce, session.ok ? await session.text() : '')
    const isBrotli = accepts(request, 'br')
    send(
      request,
      response,
      {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': documentPolicy(nonce),
        'cache-control': 'no-store',
      },
      isBrotli ? brotliCompressSync(text, BROTLI) : Buffer.from(text),
      isBrotli ? 'br' : null,
    )
  }
  return async ({ path }, request, response) => {
    const file = path === '/index.html' ? undefined : files.get(path)
    if (file !== undefined) {
      sendFile(file, request, response)
      return path.startsWith('/assets/') ? 'asset' : path
    }
    if ((path !== '/index.html' && !isAppRoute(path)) || !wantsHtml(request)) {
      throw new GatewayError('not-in-contract', { message: 'There is nothing at this address.' })
    }
    await sendDocument(request, response)
    return 'app'
  }
}
