import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The smallest apps that do the same on our stack: what the console is measured against. */
export type FloorName = 'query' | 'mantine'

const FLOORS = fileURLToPath(new URL('./floors', import.meta.url))
const OUTPUT = fileURLToPath(new URL('../.cache/bench', import.meta.url))

/** Builds a floor for production, outside of the product's own build, and returns the folder. */
export const buildFloor = async (name: FloorName): Promise<string> => {
  const outDir = `${OUTPUT}/${name}`
  await build({
    configFile: false,
    root: FLOORS,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: `${FLOORS}/${name}.html` },
    },
  })
  return outDir
}
