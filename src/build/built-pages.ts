import type { Rolldown } from 'vite'
import type { PageManifest } from '#contract/page-manifest.ts'
import type { FirstQuestions } from './first-questions.ts'
import { withImports } from './with-imports.ts'

type Chunk = Rolldown.OutputChunk

/** A page with the scripts that the app itself does not bring along. */
export type BuiltPage = FirstQuestions & { readonly scripts: readonly string[] }

/** The app itself and its pages, as the build wrote them. */
export type BuiltApp = { readonly scripts: ReadonlySet<string>; readonly pages: readonly BuiltPage[] }

const isMain = (id: string): boolean => id.endsWith('/src/app/start/main.tsx')

const chunkWith = (chunks: readonly Chunk[], isWanted: (moduleId: string) => boolean): Chunk => {
  const found = chunks.find(({ moduleIds }) => moduleIds.some(isWanted))
  if (found === undefined) throw new Error(`The build has no chunk with ${String(isWanted)}.`)
  return found
}

/**
 * Finds the scripts of the app and of its pages.
 *
 * @throws Error when the build lacks one of them.
 */
export const builtApp = (chunks: readonly Chunk[], questions: readonly FirstQuestions[]): BuiltApp => {
  const ofApp = withImports(chunks, chunkWith(chunks, isMain).fileName)
  const pages = questions.map((page) => {
    const { fileName } = chunkWith(chunks, (id) => id.endsWith(page.module))
    return { ...page, scripts: [...withImports(chunks, fileName)].filter((file) => !ofApp.has(file)) }
  })
  return { scripts: ofApp, pages }
}

/**
 * What the document can name of each page.
 *
 * @param late the style sheet that the pages need on which nobody lands.
 */
export const manifestOf = (pages: readonly BuiltPage[], late: string): PageManifest =>
  pages.map(({ path, scripts, reads, isLanding }) => ({
    path,
    scripts: [...scripts],
    styles: isLanding ? [] : [late],
    reads: [...reads],
  }))
