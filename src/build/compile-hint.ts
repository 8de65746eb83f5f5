import type { Plugin, Rolldown } from 'vite'
import { type LinkedChunk, withImports } from './with-imports.ts'

/**
 * Asks Chromium to compile all functions of a script while it arrives, on another thread. Without it, each function is
 * compiled on the main thread when it is first called. Other browsers take it for a comment. It counts only as the first
 * line. Source: https://v8.dev/blog/explicit-compile-hints
 */
export const HINT = '//# allFunctionsCalledOnLoad\n'

type Chunk = LinkedChunk & Pick<Rolldown.OutputChunk, 'isEntry' | 'dynamicImports'>

/**
 * The scripts that a first visit can load before it shows its page: the app and what the app itself loads on demand, by
 * file name. What a page loads later is left out, since the code of functions that are never called takes memory.
 */
export const scriptsOfFirstPages = (chunks: readonly Chunk[]): ReadonlySet<string> => {
  const files = new Set<string>()
  for (const { fileName } of chunks.filter(({ isEntry }) => isEntry)) withImports(chunks, fileName, files)
  const pages = chunks.filter(({ fileName }) => files.has(fileName)).flatMap((one) => one.dynamicImports)
  for (const page of pages) withImports(chunks, page, files)
  return files
}

/** A Vite plugin that writes the hint above every script that a first page may need. */
export const compileHint = (): Plugin => ({
  name: 'mirror-console:compile-hint',
  apply: 'build',
  // Vite itself writes lines above a script that loads others; the hint comes last.
  generateBundle: {
    order: 'post',
    handler: (_options, bundle) => {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const wanted = scriptsOfFirstPages(chunks)
      for (const chunk of chunks) if (wanted.has(chunk.fileName)) chunk.code = HINT + chunk.code
    },
  },
})
