import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The smallest apps that do the same on our stack: what the console is measured against. */
export type BaselineName = 'query' | 'mantine'

const BASELINES = fileURLToPath(new URL('./baselines', import.meta.url))
const OUTPUT = fileURLToPath(new URL('../.cache/bench', import.meta.url))

/** Builds a baseline for production, outside of the product's own build, and returns the folder. */
export const buildBaseline = async (name: BaselineName): Promise<string> => {
  const outDir = `${OUTPUT}/${name}`
  await build({
    configFile: false,
    root: BASELINES,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: `${BASELINES}/${name}.html` },
    },
  })
  return outDir
}
