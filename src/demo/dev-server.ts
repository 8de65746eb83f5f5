import { NONCE_MARK } from '#contract/document-marks.ts'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { startGatewayIn } from './gateway-in-vite.ts'
import { viteServerSettings } from './vite-server-settings.ts'

/** Whether a request is for the gateway and not for Vite. */
const isOurs = ({ url = '/' }: IncomingMessage): boolean => /^\/(?:rest|-)(?:[/?]|$)/.test(url)

/** Whether a browser asks for a page of the app. Vite's own addresses are never asked for as HTML. */
const isPage = ({ method, url = '/', headers }: IncomingMessage): boolean =>
  method === 'GET' && /text\/html/.test(headers.accept ?? '') && !/^\/(?:@|src\/|node_modules\/)/.test(url)

const writePage = async (server: ViteDevServer, request: IncomingMessage, response: ServerResponse) => {
  const { COMMON_HEADERS, devDocumentPolicy } = await import('#gateway/document/document-policy.ts')
  const url = request.url ?? '/'
  const html = await readFile(join(server.config.root, 'index.html'), 'utf8')
  const page = await server.transformIndexHtml(url, html)
  const nonce = randomBytes(16).toString('base64')
  response.writeHead(200, {
    ...COMMON_HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': devDocumentPolicy(nonce),
    'cache-control': 'no-store',
  })
  response.end(page.replaceAll(NONCE_MARK, nonce))
}

const sendPage = (server: ViteDevServer, request: IncomingMessage, response: ServerResponse): void => {
  writePage(server, request, response).catch((error: unknown) => {
    server.config.logger.error(String(error))
    response.writeHead(500).end()
  })
}

/**
 * A Vite plugin that puts the whole product on the dev server's port: the gateway's endpoints and forwarding, a small
 * Bitbucket behind them (or `BITBUCKET_URL`), and pages under the dev variant of the document policy.
 */
export const devServer = (): Plugin => ({
  name: 'mirror-console:dev-server',
  apply: (_config, { command, isPreview }) => command === 'serve' && isPreview !== true,
  config: () => ({ server: viteServerSettings() }),
  async configureServer(server) {
    // Vitest makes a Vite server too, without a port of its own.
    if (process.env['VITEST']) return
    const { GatewayError } = await import('#gateway/http/gateway-error.ts')
    // Vite serves the files; the document asks for its session by itself here.
    const handle = await startGatewayIn(
      server,
      () => () => Promise.reject(new GatewayError('not-in-contract')),
    )
    server.middlewares.use((request, response, next) => {
      if (isOurs(request)) handle(request, response)
      else if (isPage(request)) sendPage(server, request, response)
      else next()
    })
  },
})
