import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below this many bytes compressing saves no packet. */
const MIN_BYTES = 512

const TEXT = /\.(?:js|css|svg|json|webmanifest|txt)$/

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)
const HIGHEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }

/**
 * A Vite plugin that writes a `.br` and a `.gz` beside every text file of a build: files never change, so the best
 * compression is paid for once and not with every request. The document is left out, since each one differs.
 */
export const precompress = (): Plugin => ({
  name: 'mirror-console:precompress',
  apply: 'build',
  writeBundle: {
    order: 'post',
    sequential: true,
    async handler({ dir }) {
      if (dir === undefined) return
      const entries = await readdir(dir, { recursive: true, withFileTypes: true })
      await Promise.all(
        entries
          .filter((entry) => entry.isFile() && TEXT.test(entry.name))
          .map(async (entry) => {
            const path = join(entry.parentPath, entry.name)
            const body = await readFile(path)
            if (body.length < MIN_BYTES) return
            await writeFile(`${path}.br`, await brotli(body, HIGHEST))
            await writeFile(`${path}.gz`, await gzipped(body, { level: 9 }))
          }),
      )
    },
  },
})
