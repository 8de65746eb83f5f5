import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'

/** Whether a request is for the gateway and not for Vite. */
const isOurs = ({ url = '/' }: IncomingMessage): boolean => /^\/(?:rest|-)(?:[/?]|$)/.test(url)

/** Whether a browser asks for a page of the app. Vite's own addresses are never asked for as HTML. */
const isPage = ({ method, url = '/', headers }: IncomingMessage): boolean =>
  method === 'GET' && /text\/html/.test(headers.accept ?? '') && !/^\/(?:@|src\/|node_modules\/)/.test(url)

const portOf = ({ httpServer }: ViteDevServer): number => {
  const address = httpServer?.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Started on demand and loaded late: a build and a test run read this file too and need none of it. */
const startBehind = async (server: ViteDevServer) => {
  const { readConfig } = await import('#gateway/config.ts')
  const { createGatewayHandler } = await import('#gateway/gateway.ts')
  const { createHostRules } = await import('#gateway/host-rules.ts')
  const { GatewayError } = await import('#gateway/gateway-error.ts')
  const { startEmbeddedBitbucket } = await import('./embedded-bitbucket.ts')
  const config = readConfig(process.env)
  const embedded = config.upstream === null ? await startEmbeddedBitbucket(process.env) : null
  const upstream = config.upstream ?? embedded?.upstream
  if (upstream === undefined) throw new Error('Neither a Bitbucket nor an embedded one')
  const gateway = createGatewayHandler({
    config: { ...config, upstream, mirrorNetworks: embedded?.mirrorNetworks ?? config.mirrorNetworks },
    embedded: embedded && {
      accounts: embedded.accounts.map(({ name, password, role }) => ({ name, password, role })),
    },
    originOf: (host) => createHostRules({ host: config.host, port: portOf(server), publicUrl: null })(host),
    // Vite serves the files; the document asks for its session by itself here.
    createServeFile: () => () => Promise.reject(new GatewayError('not-in-contract')),
  })
  const close = async () => {
    await gateway.close()
    await embedded?.close(0)
  }
  return { handle: gateway.handle, upstream: upstream.href, close }
}

const writePage = async (server: ViteDevServer, request: IncomingMessage, response: ServerResponse) => {
  const { COMMON_HEADERS, devDocumentPolicy, NONCE_PLACEHOLDER } = await import('#gateway/document-policy.ts')
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
  response.end(page.replaceAll(NONCE_PLACEHOLDER, nonce))
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
  apply: 'serve',
  // The same setting as everywhere else; a wrong one is refused below.
  config: () => {
    const port = Number(process.env['PORT'])
    return Number.isInteger(port) && process.env['PORT'] ? { server: { port } } : {}
  },
  async configureServer(server) {
    // Vitest makes a Vite server too, without a port of its own.
    if (process.env['VITEST']) return
    const behind = await startBehind(server)
    server.httpServer?.once('close', () => {
      behind.close().catch((error: unknown) => server.config.logger.error(String(error)))
    })
    server.httpServer?.once('listening', () => {
      server.config.logger.info(`  Bitbucket: ${behind.upstream}`)
    })
    server.middlewares.use((request, response, next) => {
      if (isOurs(request)) behind.handle(request, response)
      else if (isPage(request)) sendPage(server, request, response)
      else next()
    })
  },
})
