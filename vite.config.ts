import { fileURLToPath } from 'node:url'
import { NONCE_MARK } from './src/contract/document-marks.ts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compileHint } from './src/build/compile-hint.ts'
import { devServer } from './src/demo/dev-server.ts'
import { firstPaint } from './src/build/first-paint.ts'
import { precompress } from './src/build/precompress.ts'
import { shakeComponents } from './src/build/shake-components.ts'
import { sharedByPages } from './src/build/shared-by-pages.ts'
import { previewServer } from './src/demo/preview-server.ts'
import { PATIENCE_MS } from './src/demo/testing/patience.ts'

export default defineConfig({
  plugins: [
    react(),
    shakeComponents(),
    devServer(),
    previewServer(),
    firstPaint(),
    compileHint(),
    precompress(),
  ],
  html: { cspNonce: NONCE_MARK },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    // One sheet, which is then cut in two: cut by page, each page would load as much in eight requests.
    cssCodeSplit: false,
    // The budgets of the browser tests say what is too large.
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // The entry names every other chunk: short names are half a kilobyte less on the first page.
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: 'assets/[hash:7][extname]',
        // Chunks follow the module graph alone: what the app starts with, what three pages or more need at once, and
        // each page. Of the rest, what the same pages and dialogs need is one file. In a single shared file, code of
        // dialogs came with every page, 40 kB of it.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 4 },
            ...[0, 1, null].map((page, at) => ({
              name: sharedByPages({ atLeast: 3, landing: 2, page }),
              priority: 3 - at,
            })),
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 3000 },
          ],
        },
      },
    },
  },
  // Scripts name each other by their own place, so that the same build also lives below a path.
  experimental: {
    renderBuiltUrl: (_file, { hostType }) => (hostType === 'js' ? { relative: true } : undefined),
  },
  server: { host: '127.0.0.1', port: 7991, strictPort: true },
  test: {
    // The default leaves a core of a small machine unused, and a third of the time goes into waiting.
    maxWorkers: 3,
    // A second by default, in which a busy machine may not even have drawn a page.
    expect: { poll: { timeout: PATIENCE_MS } },
    // Node's own client asserts when a body is given up in the moment in which its connection ends; the answer is
    // whole or given up then, and nothing of this project is concerned.
    onUnhandledError: ({ message, stack }) =>
      message.includes('assert(!this.aborted)') && stack?.includes('node:internal/deps/undici') === true
        ? false
        : undefined,
    projects: [
      {
        extends: true,
        test: {
          // Rules and everything else that needs no document.
          name: 'node',
          environment: 'node',
          // What rules share is constant: a process of its own for each file takes longer than the tests in it.
          isolate: false,
          // Programs that tests start inherit it: without it, two thirds of a start go into reading TypeScript.
          env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('.cache/compiled', import.meta.url)) },
          testTimeout: 40_000,
          include: ['src/**/*.test.ts', 'check/**/*.test.ts', 'e2e/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // A document for each file takes longer than most of its tests: `.tsx` asks for one.
          name: 'dom',
          environment: 'jsdom',
          // Files share modules, as pages do in a tab: loaded anew for each, they take half of the time. What a test
          // changes it puts back, and no test replaces a module.
          pool: 'threads',
          isolate: false,
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/demo/testing/dom-setup.ts'],
          testTimeout: 40_000,
        },
      },
    ],
  },
})
