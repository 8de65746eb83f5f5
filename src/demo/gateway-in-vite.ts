import type { ServeFile } from '#gateway/http/front-door.ts'
import type { ReadSession } from '#gateway/document/serve-app.ts'
import type { PreviewServer, ViteDevServer } from 'vite'

type Server = Pick<ViteDevServer | PreviewServer, 'httpServer' | 'config'>

const portOf = ({ httpServer }: Server): number => {
  const address = httpServer?.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/**
 * Starts the gateway's handler for the port of one of Vite's servers, before `BITBUCKET_URL` or a small Bitbucket; it
 * ends with that server. It is loaded on demand: a build and a test run read Vite's configuration too and need none of it.
 *
 * @throws ConfigError for a wrong setting.
 */
export const startGatewayIn = async (
  server: Server,
  createServeFile: (readSession: ReadSession) => ServeFile,
) => {
  const { readConfig } = await import('#gateway/ops/config.ts')
  const { createGatewayHandler } = await import('#gateway/gateway.ts')
  const { createHostRules } = await import('#gateway/http/host-rules.ts')
  const { startEmbeddedBitbucket } = await import('./embedded-bitbucket.ts')
  const config = readConfig(process.env)
  const embedded = config.upstream === null ? await startEmbeddedBitbucket(process.env) : null
  const upstream = config.upstream ?? embedded?.upstream
  if (upstream === undefined) throw new Error('Neither a Bitbucket nor an embedded one')
  const { openWatching } = await import('#gateway/watch/open-watching.ts')
  const watching = await openWatching(config, embedded === null ? config.watchToken : embedded.watchToken)
  const gateway = createGatewayHandler({
    watching,
    config: {
      ...config,
      upstream,
      mirrorNetworks: embedded?.mirrorNetworks ?? config.mirrorNetworks,
      certificates: embedded?.certificates ?? config.certificates,
      // No proxy is in front of Vite, so people reach it by its own address.
      publicUrl: null,
      basePath: '',
      // Its own address is not Bitbucket's.
      signIn: 'own',
    },
    embedded: embedded && {
      accounts: embedded.accounts.map(({ name, password, role }) => ({ name, password, role })),
    },
    originOf: (host) => createHostRules({ host: config.host, port: portOf(server), publicUrl: null })(host),
    createServeFile,
  })
  const close = async () => {
    await gateway.close()
    await embedded?.close(0)
  }
  server.httpServer?.once('close', () => {
    close().catch((error: unknown) => server.config.logger.error(String(error)))
  })
  server.httpServer?.once('listening', () => {
    gateway.watchers?.start()
    server.config.logger.info(`  Bitbucket: ${upstream.href}`)
  })
  return gateway.handle
}
