import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const STAGE = 'bench/stage/coverage-stage.html'

/** Builds the page of coverage with made-up answers in memory, and serves it on a free port until it is stopped. */
export const startCoverageStage = async (): Promise<{
  readonly url: string
  readonly stop: () => Promise<void>
}> => {
  const outDir = mkdtempSync(join(tmpdir(), 'mirror-console-stage-'))
  const config = { configFile: false, root: ROOT, logLevel: 'error' } as const
  await build({
    ...config,
    plugins: [react()],
    build: { outDir, target: 'es2023', rolldownOptions: { input: join(ROOT, STAGE) } },
  })
  const server = await preview({ ...config, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const [url = ''] = server.resolvedUrls?.local ?? []
  return {
    url: url + STAGE,
    stop: async () => {
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
