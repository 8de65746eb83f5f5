import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from '#demo/build-app.ts'
import { needsBuild } from '#demo/needs-build.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Makes the archive in a folder, of the app as it is now, and answers its path. */
export const makeArchive = async (folder: string): Promise<string> => {
  if (needsBuild(ROOT)) await buildApp(ROOT)
  execFileSync(process.execPath, [join(ROOT, 'deploy/package.ts'), folder], { stdio: 'pipe' })
  const [name = ''] = readdirSync(folder)
  return join(folder, name)
}

/** Unpacks an archive as people do; answers the program in it, as `startProgram` takes it. */
export const unpackArchive = (archive: string, folder: string) => {
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-xzf', archive, '-C', folder], { stdio: 'pipe' })
  const home = join(folder, 'mirror-console')
  const program = join(home, 'mirror-console.mjs')
  return { home, program, entry: relative(ROOT, program) }
}
