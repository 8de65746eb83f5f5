import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { devServer } from './src/demo/dev-server.ts'
import { firstPaint } from './src/demo/first-paint.ts'
import { lateStyles } from './src/demo/late-styles.ts'
import { precompress } from './src/demo/precompress.ts'
import { previewServer } from './src/demo/preview-server.ts'

/** Parts of `ui` that pages of one thing share, and that the first page does not need. */
const DETAILS =
  /src.app.(?:ui.(?:dialog-attributes|facts|copy|use-flash|use-write|write-|look-alike|mixes-|name-doubts|empty-state)|shell.not-found)[\w-]*\.tsx?$/

/** Rules about mirrors that several pages tell by. */
const FLEET =
  /src.app.data.(?:clock|health|known|mirror-health|mirror-name|mirror-type|staging|use-|version)[\w-]*\.tsx?$/

/** The first page with all that it draws: of `ui` what is not for later, and the list of requests. */
const ENTRY = new RegExp(
  [
    /src.app.main\.tsx$/,
    /src.app.ui.(?!dialog|empty-state|unreadable-list|facts|copy|use-flash|duration|isolated-html|look-alike|mixes-|name-doubts|use-write|write-)[\w-]+\.tsx?$/,
    /features.requests.(?!\w+-dialog|pending-request|request-page|request-facts|request-problem|no-requests|(?:bulk|follow|register|risk).)[\w-]+\.(?:tsx?|module\.css)$/,
    /@tanstack.react-query.build.modern.(?!useQueries|useMutation)/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

export default defineConfig({
  plugins: [react(), devServer(), previewServer(), firstPaint(), lateStyles(), precompress()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    // The budgets of the browser tests say what is too large.
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The early script must share nothing with the app, or it would wait for it.
      input: { index: 'index.html', early: 'src/app/first-paint/early.ts' },
      output: {
        // The entry names every other chunk: short names are half a kilobyte less on the first page.
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: 'assets/[hash:7][extname]',
        // The first page is one script, one style sheet and its own code: shared pieces in chunks of their own would
        // each cost a request, and so would a second style sheet. Dialogs and long tables come when they are needed.
        codeSplitting: {
          groups: [
            { name: 'entry', test: ENTRY },
            { name: 'details', test: DETAILS },
            // What pages of several kinds share, so that none of them brings another's code.
            {
              name: 'queries',
              test: /query-core.*(?:queries|mutation)Observer|react-query.*use(?:Queries|Mutation)/,
            },
            { name: 'fleet', test: FLEET },
            { name: 'mirrors', test: /features.mirrors.(?!\w+-dialog)[\w-]+\.tsx?$/ },
            { name: 'repositories', test: /features.repositories.(?!\w+-dialog)[\w-]+\.tsx?$/ },
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
    // The default leaves a core of a small machine unused, and half of the time goes into waiting.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          // Rules and everything else that needs no document.
          name: 'node',
          environment: 'node',
          // What rules share is constant: a process of its own for each file takes longer than the tests in it.
          isolate: false,
          testTimeout: 40_000,
          include: ['src/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // A document for each file takes longer than most of its tests: `.tsx` asks for one.
          name: 'dom',
          environment: 'jsdom',
          // Each file with modules of its own, in a thread, which starts sooner than a process.
          pool: 'threads',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/demo/testing/dom-setup.ts'],
          testTimeout: 40_000,
        },
      },
    ],
  },
})
