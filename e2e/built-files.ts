import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))

/** One file of the build: its path below `dist` and its content. */
export type BuiltFile = { readonly path: string; readonly content: Buffer }

/** Every file of the build. Empty only when nothing was built. */
export const builtFiles = (): readonly BuiltFile[] =>
  readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const place = join(entry.parentPath, entry.name)
      return { path: place.slice(DIST.length + 1).replaceAll('\\', '/'), content: readFileSync(place) }
    })

/** Size of one file as it is sent, in bytes after brotli at its best. */
export const brotliSizeOf = ({ content }: BuiltFile): number => brotliCompressSync(content).length
