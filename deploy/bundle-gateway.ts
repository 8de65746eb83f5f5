import { join } from 'node:path'
import { build } from 'vite'

/** What a bundle is made of. */
export type Bundle = {
  readonly files: readonly { readonly name: string; readonly text: string }[]
  /** Folders below the project of the packages that are in it. */
  readonly packages: readonly string[]
}

/** The package that a module belongs to; the last folder counts, since packages have packages. */
const packageOf = (root: string, moduleId: string): string[] => {
  const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(moduleId) ?? []
  return folder === undefined ? [] : [folder.slice(root.length + 1)]
}

/**
 * The gateway as JavaScript that needs Node alone: an entry that any Node can read, and one file with all the rest.
 *
 * @throws Error of the bundler.
 */
export const bundleGateway = async (root: string): Promise<Bundle> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(root, 'src/gateway/packaged.ts'),
      target: 'node22',
      // What a stack trace says must be readable.
      minify: false,
      write: false,
      rolldownOptions: {
        // pg works without these, and looks for them only where it is asked to.
        external: ['pg-native', 'pg-cloudflare'],
        output: { entryFileNames: 'mirror-console.mjs', chunkFileNames: 'gateway/[name].mjs' },
      },
    },
  })
  if (Array.isArray(built) || !('output' in built)) throw new Error('The bundler built something else')
  const chunks = built.output.flatMap((one) => (one.type === 'chunk' ? [one] : []))
  return {
    files: chunks.map(({ fileName, code }) => ({ name: fileName, text: code })),
    packages: [...new Set(chunks.flatMap(({ moduleIds }) => moduleIds.flatMap((id) => packageOf(root, id))))],
  }
}
