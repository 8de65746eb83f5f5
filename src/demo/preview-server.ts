import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { startGatewayIn } from './gateway-in-vite.ts'
import { viteServerSettings } from './vite-server-settings.ts'

/**
 * A Vite plugin that makes `vite preview` the gateway itself: the built app, the API and every header come from where
 * production has them, and Vite's own file serving is never reached.
 */
export const previewServer = (): Plugin => ({
  name: 'mirror-console:preview-server',
  apply: (_config, { isPreview }) => isPreview === true,
  config: () => ({ preview: viteServerSettings() }),
  async configurePreviewServer(server) {
    const { createAppServer } = await import('#gateway/document/serve-app.ts')
    const { readStaticFiles } = await import('#gateway/document/static-files.ts')
    const files = readStaticFiles(resolve(server.config.root, server.config.build.outDir))
    const handle = await startGatewayIn(server, (readSession) => createAppServer(files, readSession))
    server.middlewares.use((request, response) => handle(request, response))
  },
})
