import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'
import { COMMON_HEADERS, DATA_POLICY, documentPolicy } from './document-policy.ts'
import * as v from 'valibot'
import { parseJson } from '#contract/parse-json.ts'
import { session } from '#contract/session.ts'
import type { ServeFile } from '#gateway/http/front-door.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { createDocument, type DocumentPart } from './document.ts'
import type { PageAddress } from './early-links.ts'
import { SELF_REMOVING_WORKER } from './self-removing-worker.ts'
import { isFileName, type StaticFile } from './static-files.ts'

/** The page of people who are not signed in, as the console's own routes have it. */
const SIGN_IN_PATH = '/sign-in'

/** The document differs with every nonce, so it is compressed when asked for; a middle quality takes half a ms. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

const accepts = (request: IncomingMessage, encoding: 'br' | 'gzip'): boolean =>
  // A browser never sends a quality of zero; a client that does gets the encoding that it named.
  (request.headers['accept-encoding']?.toString() ?? '').split(/[\s,;]+/).includes(encoding)

/** A file in one encoding, ready to be sent: names and values alternating, which Node writes unchecked. */
type Variant = { readonly headers: readonly string[]; readonly body: Buffer }

type ReadyFile = {
  readonly etag: string
  readonly unchanged: readonly string[]
  readonly identity: Variant
  readonly br: Variant | null
  readonly gzip: Variant | null
}

const readyFile = ({ etag, type, cacheControl, bodies }: StaticFile): ReadyFile => {
  const common = Object.entries({
    ...COMMON_HEADERS,
    'content-security-policy': DATA_POLICY,
    'cache-control': cacheControl,
    etag,
    vary: 'accept-encoding',
  }).flat()
  const variant = (body: Buffer, ...encoding: readonly string[]): Variant => ({
    headers: [...common, 'content-type', type, ...encoding, 'content-length', String(body.length)],
    body,
  })
  return {
    etag,
    unchanged: common,
    identity: variant(bodies.identity),
    br: bodies.br === undefined ? null : variant(bodies.br, 'content-encoding', 'br'),
    gzip: bodies.gzip === undefined ? null : variant(bodies.gzip, 'content-encoding', 'gzip'),
  }
}

const sendFile = (file: ReadyFile, request: IncomingMessage, response: ServerResponse): void => {
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, [...file.unchanged])
    response.end()
    return
  }
  const { headers, body } =
    (accepts(request, 'br') ? file.br : null) ??
    (accepts(request, 'gzip') ? file.gzip : null) ??
    file.identity
  response.writeHead(200, [...headers])
  response.end(request.method === 'HEAD' ? undefined : body)
}

const selfRemovingWorker = readyFile({
  type: 'text/javascript; charset=utf-8',
  etag: '"self-removing"',
  cacheControl: 'no-store',
  bodies: { identity: Buffer.from(SELF_REMOVING_WORKER) },
})

/** An address of the app itself: it names no file. An id may have a dot in it, so only known extensions count. */
const isAppRoute = (path: string): boolean => !isFileName(path) && !path.startsWith('/assets/')

const wantsHtml = (request: IncomingMessage): boolean =>
  /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*')

/** Which frame this caller sees first: signed in, the console's; signed out, none, since the page has none. */
const firstFrameOf = (answer: string, path: string): DocumentPart | null => {
  const read = v.safeParse(session, parseJson(answer))
  if (!read.success || read.output.user === null || path === SIGN_IN_PATH) return null
  return read.output.embedded === null ? 'frame' : 'simulated-frame'
}

/** Answers `GET /-/session` for the sender of this `Cookie` header. */
export type ReadSession = (cookie: string | undefined) => Promise<Response>

/**
 * Serves the built app out of memory: files as they are, and for every address of the app its document with a nonce
 * of its own and the caller's session in it, written for the path below which the console is served. A service worker
 * of another app is replaced by one that removes itself.
 *
 * @throws GatewayError 404 for anything else.
 */
export const createAppServer = (
  files: ReadonlyMap<string, StaticFile>,
  readSession: ReadSession,
  basePath = '',
): ServeFile => {
  const html = files.get('/index.html')?.bodies.identity.toString('utf8') ?? ''
  const documentOf = createDocument(html, basePath)
  const readyFiles = new Map([...files].map(([path, file]) => [path, readyFile(file)]))
  const sendDocument = async (page: PageAddress, request: IncomingMessage, response: ServerResponse) => {
    const answer = await readSession(request.headers.cookie)
    const cookies = answer.headers.getSetCookie()
    if (cookies.length > 0) response.setHeader('set-cookie', cookies)
    const nonce = randomBytes(16).toString('base64')
    const sessionText = answer.ok ? await answer.text() : 'null'
    const part = firstFrameOf(sessionText, page.path)
    // Who has no frame is not signed in, and nothing is asked for them.
    const text = documentOf({ nonce, session: sessionText, part, page: part === null ? null : page })
    const isBrotli = accepts(request, 'br')
    const body = isBrotli ? brotliCompressSync(text, BROTLI) : Buffer.from(text)
    response.writeHead(200, {
      ...COMMON_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': documentPolicy(nonce),
      'cache-control': 'no-store',
      vary: 'accept-encoding',
      ...(isBrotli ? { 'content-encoding': 'br' } : {}),
      'content-length': body.length,
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  return async ({ path, query }, request, response) => {
    // The console has no service worker, so a browser that reads the script of one has it from another app.
    if (request.headers['service-worker'] === 'script') {
      sendFile(selfRemovingWorker, request, response)
      return 'service-worker'
    }
    const file = path === '/index.html' ? undefined : readyFiles.get(path)
    if (file !== undefined) {
      sendFile(file, request, response)
      return path.startsWith('/assets/') ? 'asset' : path
    }
    if ((path !== '/index.html' && !isAppRoute(path)) || !wantsHtml(request)) {
      throw new GatewayError('not-in-contract', { message: 'There is nothing at this address.' })
    }
    await sendDocument({ path, hasQuery: query !== '' }, request, response)
    return 'app'
  }
}
