import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A program, running for one test. */
export type RunningProgram = {
  /** What the pattern's groups caught in the printed lines, in order. */
  readonly caught: readonly string[]
  /** Everything it has printed so far. */
  readonly printed: () => string
  /** Ends it as Ctrl-C would, and after five seconds by force. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
}

/** The repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * The variables that every program is started with: the settings of the caller's shell must not leak in. Compiled code
 * is kept, since without it two thirds of a start are spent on reading TypeScript.
 */
export const PROGRAM_ENV: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../.cache/compiled', import.meta.url)),
}

const START_LIMIT_MS = 20_000
const STOP_LIMIT_MS = 5000

const end = async (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  await ended
  clearTimeout(limit)
}

type Started = Pick<RunningProgram, 'caught' | 'printed'>

const started = (child: ChildProcess, pattern: RegExp): Promise<Started> =>
  new Promise((resolve, reject) => {
    let printed = ''
    const fail = (why: string) => reject(new Error(`The program ${why}. It printed:\n${printed}`))
    const limit = setTimeout(() => fail(`was not ready in ${START_LIMIT_MS} ms`), START_LIMIT_MS)
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const match = pattern.exec(printed)
      if (match === null) return
      clearTimeout(limit)
      resolve({ caught: match.slice(1), printed: () => printed })
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', (error) => fail(`could not be started (${error.message})`))
    child.once('exit', (code) => {
      clearTimeout(limit)
      fail(`ended with code ${String(code)}`)
    })
  })

/**
 * Starts a command with these environment variables and no others but `PROGRAM_ENV`, and
 * waits until its output matches `pattern`.
 *
 * @throws Error with what it printed, when it does not.
 */
export const startCommand = async (
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  pattern: RegExp,
): Promise<RunningProgram> => {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...PROGRAM_ENV, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const ready = await started(child, pattern)
    return { ...ready, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') }
  } catch (error) {
    await end(child, 'SIGKILL')
    throw error
  }
}

/** Starts `file`, a program of this repository, as `startCommand` does. */
export const startProgram = (
  file: string,
  env: Readonly<Record<string, string>>,
  pattern: RegExp,
): Promise<RunningProgram> => startCommand(process.execPath, [file], env, pattern)
