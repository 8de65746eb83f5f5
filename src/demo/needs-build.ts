import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the built app is made of, below the root of the project. */
const SOURCES = [
  'index.html',
  'package.json',
  'package-lock.json',
  'public',
  'src/app',
  'src/build',
  'src/contract',
  'src/tsconfig.base.json',
  'vite.config.ts',
]

const isOfTests = (name: string): boolean => /\.test\.tsx?$/.test(name)

/** When something below `path` was last changed; epoch ms, 0 where nothing is. */
const lastChange = (path: string): number => {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const below = readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !isOfTests(name))
    .map(({ name }) => lastChange(join(path, name)))
  return Math.max(mtimeMs, ...below)
}

/** Whether the built app of `root` is missing or older than what it is made of. */
export const needsBuild = (root: string): boolean => {
  const built = join(root, 'dist', 'index.html')
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  return SOURCES.some((source) => lastChange(join(root, source)) > builtAt)
}
