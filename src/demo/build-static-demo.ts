/** Builds the static demonstration: `npm run build:demo`. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { staticDocumentPolicy } from '#gateway/document/document-policy.ts'
import { STATIC_NONCE, WORKER_POLICY } from '#static-demo/document-names.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDER = 'dist-demo'

/** Writes what the gateway sends in headers into the document, and MSW's worker beside it. */
const staticDocument = (): Plugin => ({
  name: 'mirror-console:static-document',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: staticDocumentPolicy(STATIC_NONCE, WORKER_POLICY),
        },
        injectTo: 'head-prepend',
      },
      { tag: 'meta', attrs: { property: 'csp-nonce', nonce: STATIC_NONCE }, injectTo: 'head' },
    ],
  },
  async generateBundle() {
    const source = await readFile(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')))
    this.emitFile({ type: 'asset', fileName: 'mockServiceWorker.js', source })
  },
})

await build({
  configFile: false,
  root: join(ROOT, 'src/static-demo'),
  publicDir: join(ROOT, 'public'),
  base: './',
  logLevel: 'warn',
  plugins: [react(), staticDocument()],
  build: {
    outDir: join(ROOT, FOLDER),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
})
process.stdout.write(`The demonstration is in ${FOLDER}: copy it to any folder of a static host.\n`)
