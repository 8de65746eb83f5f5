import { earlyPages } from '#app/first-paint/early-pages.ts'
import { createServer, type Plugin, type Rolldown } from 'vite'
import { NONCE_PLACEHOLDER } from '#gateway/document-policy.ts'

type FirstPaint = {
  readonly styles: string
  readonly frame: string
  readonly simulatedFrame: string
  /** The first page, for the first script. */
  readonly templates: string
}
type Chunk = Rolldown.OutputChunk

const EARLY = /\/src\/app\/first-paint\/early\.ts$/
const MAIN = /\/src\/app\/main\.tsx$/

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
    const { drawFirstPaint } = await server.ssrLoadModule('/src/app/first-paint/draw-first-paint.tsx')
    return drawFirstPaint(css)
  } finally {
    await server.close()
  }
}

const chunkWith = (chunks: readonly Chunk[], module: RegExp): Chunk => {
  const found = chunks.find(({ moduleIds }) => moduleIds.some((id) => module.test(id)))
  if (found === undefined) throw new Error(`The build has no chunk with ${String(module)}.`)
  return found
}

/** A chunk and all that it imports, by file name. */
const withImports = (chunks: readonly Chunk[], fileName: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(fileName)) return seen
  seen.add(fileName)
  const chunk = chunks.find((one) => one.fileName === fileName)
  for (const imported of chunk?.imports ?? []) withImports(chunks, imported, seen)
  return seen
}

/** The files of each early page that the app itself does not bring along, by the page's module. */
const pageFiles = (chunks: readonly Chunk[]): Readonly<Record<string, readonly string[]>> => {
  const ofApp = withImports(chunks, chunkWith(chunks, MAIN).fileName)
  return Object.fromEntries(
    Object.values(earlyPages).map(({ module }) => {
      const { fileName } = chunkWith(chunks, new RegExp(`/src/app/features/${module}\\.tsx$`))
      return [module, [...withImports(chunks, fileName)].filter((file) => !ofApp.has(file))]
    }),
  )
}

/** The rules of the style sheet that the document links. */
const cssOf = (outputs: readonly (Rolldown.OutputAsset | Chunk)[], sheet: string): string => {
  const [, href] = /href="\/([^"]+)"/.exec(sheet) ?? []
  const found = outputs.find(({ fileName }) => fileName === href)
  return found?.type === 'asset' ? found.source.toString() : ''
}

/**
 * Holds what was drawn to the styles that were built: both come from the same files, by two ways.
 *
 * @throws Error when a class of ours has no rule.
 */
const expectStyled = (markup: string, css: string): void => {
  for (const [, names = ''] of markup.matchAll(/ class="([^"]*)"/g)) {
    const bare = names.split(' ').find((name) => name.startsWith('_') && !css.includes(`.${name}`))
    if (bare !== undefined)
      throw new Error(`The first page has the class ${bare}, and its style sheet has not.`)
  }
}

/** A style sheet in the head keeps the browser from drawing; after the frame it keeps only scripts waiting. */
const STYLE_SHEET = /\s*<link rel="stylesheet"[^>]*>/

/**
 * A Vite plugin that lets people see the console and lets the browser ask for data before the app's script has
 * arrived: it writes the frame with its styles, the early script and the files of the first pages into the document.
 * Which frame somebody gets, the gateway decides.
 */
export const firstPaint = (): Plugin => {
  let root = ''
  return {
    name: 'mirror-console:first-paint',
    apply: 'build',
    configResolved: (config) => {
      ;({ root } = config)
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const outputs = Object.values(bundle ?? {})
        const chunks = outputs.filter((output) => output.type === 'chunk')
        const [sheet = ''] = STYLE_SHEET.exec(html) ?? []
        const css = cssOf(outputs, sheet)
        const { styles, frame, simulatedFrame, templates } = await drawFirstPaint(root, css)
        expectStyled(templates, css)
        const early = chunkWith(chunks, EARLY).fileName
        const pages = JSON.stringify(pageFiles(chunks)).replaceAll('"', '&quot;')
        return html
          .replace(sheet, '')
          .replace('</body>', `${sheet}\n  </body>`)
          .replace(
            '</title>',
            `$&
    <script type="module" async blocking="render" src="/${early}"></script>
    <style nonce="${NONCE_PLACEHOLDER}">${styles}</style>
    <meta name="mirror-console-pages" content="${pages}" />`,
          )
          .replace(
            '<div id="root">',
            `$&<!--part:frame-->${frame}${templates}<!--/part--><!--part:simulated-frame-->${simulatedFrame}${templates}<!--/part-->`,
          )
      },
    },
  }
}
