import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createServer, minify, type Plugin, type Rolldown, transformWithOxc } from 'vite'
import { NONCE_MARK } from '#contract/document-marks.ts'
import { MANIFEST_MARK } from '#contract/page-manifest.ts'
import { builtApp, manifestOf } from './built-pages.ts'
import type { drawFirstPaint } from './draw-first-paint.tsx'
import type { FirstQuestions } from './first-questions.ts'
import { writeStyles } from './write-styles.ts'

type Chunk = Rolldown.OutputChunk

type Drawing = {
  readonly questions: readonly FirstQuestions[]
  readonly draw: typeof drawFirstPaint
}

const EARLY = 'src/app/start/first-script.ts'

/** The build's own modules that draw with the app's components and styles, which Vite alone can read. */
const loadDrawing = async (root: string) => {
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
    const drawing: Drawing = { questions: firstQuestions(), draw: drawFirstPaint }
    return drawing
  } finally {
    await server.close()
  }
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

/**
 * The style sheet that the document links.
 *
 * @throws Error when the build has none.
 */
const linkedSheet = (outputs: readonly (Rolldown.OutputAsset | Chunk)[], link: string) => {
  const [, href] = /href="\/([^"]+)"/.exec(link) ?? []
  const found = outputs.find(({ fileName }) => fileName === href)
  if (found?.type !== 'asset') throw new Error(`The build has no style sheet for "${link}".`)
  return found
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
  let emit: ((file: Rolldown.EmittedAsset) => void) | undefined
  return {
    name: 'mirror-console:first-paint',
    apply: 'build',
    configResolved: (config) => {
      ;({ root } = config)
    },
    async generateBundle() {
      const source = await compileEarly(root)
      emit = (file) => void this.emitFile(file)
      early = `assets/early-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`
      this.emitFile({ type: 'asset', fileName: early, source })
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const outputs = Object.values(bundle ?? {})
        const chunks = outputs.filter((output) => output.type === 'chunk')
        const [link = ''] = STYLE_SHEET.exec(html) ?? []
        const { questions, draw } = await loadDrawing(root)
        const built = builtApp(chunks, questions)
        const whole = linkedSheet(outputs, link)
        const { first, late } = writeStyles(whole.source.toString(), chunks, built)
        emit?.(first)
        emit?.(late)
        if (bundle !== undefined) Reflect.deleteProperty(bundle, whole.fileName)
        const sheet = link
          .replace(whole.fileName, first.fileName)
          .replace('<link', `$& data-late="${basename(late.fileName)}"`)
        const { styles, frame, simulatedFrame } = draw(first.source)
        const manifest = JSON.stringify(manifestOf(built.pages, late.fileName))
        const [app = ''] = APP_SCRIPT.exec(html) ?? []
        return html
          .replace(app, '')
          .replace(link, '')
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
