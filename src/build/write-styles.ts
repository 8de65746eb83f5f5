import { createHash } from 'node:crypto'
import type { Rolldown } from 'vite'
import type { BuiltApp } from './built-pages.ts'
import { splitStyles } from './split-styles.ts'

type Chunk = Rolldown.OutputChunk
type Sheet = { readonly type: 'asset'; readonly fileName: string; readonly source: string }

const WORD = /[\w-]+/g

/** A sheet goes by its rules: they depend on scripts too, so the bundler's name for all of them says too little. */
const sheetOf = (source: string): Sheet => ({
  type: 'asset',
  fileName: `assets/${createHash('sha256').update(source).digest('base64url').slice(0, 7)}.css`,
  source,
})

/**
 * Cuts the style sheet of a build in two: what the app and the pages that people land on are drawn with, and what comes
 * later, with other pages, dialogs and forms.
 *
 * @param css all rules of the build.
 */
export const writeStyles = (css: string, chunks: readonly Chunk[], { scripts, pages }: BuiltApp) => {
  const landing = pages.filter(({ isLanding }) => isLanding)
  const needed = new Set([...scripts, ...landing.flatMap((page) => page.scripts)])
  const named = chunks
    .filter(({ fileName }) => needed.has(fileName))
    .flatMap(({ code }) => code.match(WORD) ?? [])
  const { first, late } = splitStyles(css, new Set(named))
  return { first: sheetOf(first), late: sheetOf(late) }
}
