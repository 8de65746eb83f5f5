import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Runs one of the project's entries in `cwd` as a person would; it ends with the test. */
export const startProgram = (
  entry: string,
  env: Record<string, string>,
  cwd = ROOT,
  args: readonly string[] = [],
) => {
  const { BITBUCKET_URL: _url, ...inherited } = process.env
  const child = spawn(process.execPath, [`${ROOT}/${entry}`, ...args], { cwd, env: { ...inherited, ...env } })
  let output = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      for (const check of waiting) check()
    })
  }
  const ended = once(child, 'close').then(([code]: unknown[]) => code)
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return {
    /** Everything that it has printed so far. */
    output: () => output,
    /** Its exit code. */
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** The first group of `pattern`, as soon as it is printed. */
    waitForOutput: (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const check = () => {
          const found = pattern.exec(output)
          if (found === null) return
          waiting.delete(check)
          resolve(found[1] ?? '')
        }
        waiting.add(check)
        check()
        child.once('close', () => reject(new Error(`It ended without printing ${pattern}:\n${output}`)))
      }),
  }
}
