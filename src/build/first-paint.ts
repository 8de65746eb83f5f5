import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createServer, minify, type Plugin, type Rolldown, transformWithOxc } from 'vite'
import { NONCE_MARK } from '#contract/document-marks.ts'
import { MANIFEST_MARK, type PageManifest } from '#contract/page-manifest.ts'
import type { FirstQuestions } from './first-questions.ts'
import { withImports } from './with-imports.ts'

type FirstPaint = {
  readonly styles: string
  readonly frame: string
  readonly simulatedFrame: string
  readonly questions: readonly FirstQuestions[]
}
type Chunk = Rolldown.OutputChunk

const EARLY = 'src/app/start/first-script.ts'
const isMain = (id: string): boolean => id.endsWith('/src/app/start/main.tsx')

/** Draws with the app's own components and styles, which Vite alone can read. */
const drawFirstPaint = async (root: string, css: string): Promise<FirstPaint> => {
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const { drawFirstPaint } = await server.ssrLoadModule('/src/build/draw-first-paint.tsx')
    const { firstQuestions } = await server.ssrLoadModule('/src/build/first-questions.ts')
    return { ...drawFirstPaint(css), questions: firstQuestions() }
  } finally {
    await server.close()
  }
}

const chunkWith = (chunks: readonly Chunk[], isWanted: (moduleId: string) => boolean): Chunk => {
  const found = chunks.find(({ moduleIds }) => moduleIds.some(isWanted))
  if (found === undefined) throw new Error(`The build has no chunk with ${String(isWanted)}.`)
  return found
}

/** The pages with the files that the app itself does not bring along. */
const manifestOf = (chunks: readonly Chunk[], questions: readonly FirstQuestions[]): PageManifest => {
  const ofApp = withImports(chunks, chunkWith(chunks, isMain).fileName)
  return questions.map(({ path, module, reads }) => {
    const { fileName } = chunkWith(chunks, (id) => id.endsWith(module))
    const scripts = [...withImports(chunks, fileName)].filter((file) => !ofApp.has(file))
    return { path, scripts, reads: [...reads] }
  })
}

/**
 * The first script, compiled alone: it imports nothing, so it shares no chunk with the app and never waits for one.
 *
 * @throws Error when it imports something.
 */
const compileEarly = async (root: string): Promise<string> => {
  const path = join(root, EARLY)
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, { sourcemap: false })
  if (/^import\b/m.test(code)) throw new Error('The first script of the document must import nothing.')
  return (await minify(path, code, { module: true })).code
}

/** The rules of the style sheet that the document links. */
const cssOf = (outputs: readonly (Rolldown.OutputAsset | Chunk)[], sheet: string): string => {
  const [, href] = /href="\/([^"]+)"/.exec(sheet) ?? []
  const found = outputs.find(({ fileName }) => fileName === href)
  return found?.type === 'asset' ? found.source.toString() : ''
}

/** The app's own script. */
const APP_SCRIPT = /\s*<script type="module" crossorigin[^>]*><\/script>/

/** A style sheet in the head keeps the browser from drawing; after the frame it keeps only scripts waiting. */
const STYLE_SHEET = /\s*<link rel="stylesheet"[^>]*>/

/**
 * A Vite plugin that lets people see the console and lets the browser ask for data before the app's script has
 * arrived: it writes the frame with its styles, the first script and the manifest of pages into the document. Which
 * frame a caller gets, and which links, the gateway decides.
 */
export const firstPaint = (): Plugin => {
  let root = ''
  let early = ''
  return {
    name: 'mirror-console:first-paint',
    apply: 'build',
    configResolved: (config) => {
      ;({ root } = config)
    },
    async generateBundle() {
      const source = await compileEarly(root)
      early = `assets/early-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`
      this.emitFile({ type: 'asset', fileName: early, source })
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const outputs = Object.values(bundle ?? {})
        const chunks = outputs.filter((output) => output.type === 'chunk')
        const [sheet = ''] = STYLE_SHEET.exec(html) ?? []
        const css = cssOf(outputs, sheet)
        const { styles, frame, simulatedFrame, questions } = await drawFirstPaint(root, css)
        const manifest = JSON.stringify(manifestOf(chunks, questions))
        const [app = ''] = APP_SCRIPT.exec(html) ?? []
        return html
          .replace(app, '')
          .replace(sheet, '')
          .replace('</body>', `${sheet}\n  </body>`)
          .replace(
            '</title>',
            `$&
    <script type="module" async blocking="render" src="/${early}"></script>${app}
    ${MANIFEST_MARK}${manifest}-->
    <style nonce="${NONCE_MARK}">${styles}</style>`,
          )
          .replace(
            '<div id="root">',
            `$&<!--part:frame-->${frame}<!--/part--><!--part:simulated-frame-->${simulatedFrame}<!--/part-->`,
          )
      },
    },
  }
}
