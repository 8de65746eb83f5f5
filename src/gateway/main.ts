import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { runCommand } from './command/run-command.ts'

const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))

/** The production entry in a clone: the app is the one that was built in the working directory. */
await runCommand(process.argv.slice(2), {
  distDir: join(process.cwd(), 'dist'),
  version: v.parse(v.object({ version: v.string() }), manifest).version,
  command: 'node src/gateway/main.ts',
})
