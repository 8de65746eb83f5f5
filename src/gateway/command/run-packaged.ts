import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.ts'

/**
 * Runs the program out of an unpacked archive.
 *
 * @param home the folder of the archive.
 */
export const runPackaged = (home: string): Promise<void> =>
  runCommand(process.argv.slice(2), {
    distDir: join(home, 'app'),
    version: readFileSync(join(home, 'VERSION'), 'utf8').trim(),
    command: 'node mirror-console/mirror-console.mjs',
  })
