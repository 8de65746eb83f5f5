import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { SeedName } from '#upstream/seed-names.ts'

/** The product and its small Bitbucket, running for one test alone. */
export type World = {
  /** Address of the console, without a slash at the end. */
  readonly url: string
  /** Address of the small Bitbucket itself, to act behind the console's back. */
  readonly bitbucketUrl: string
  /** Everything both have printed so far. */
  readonly printed: () => string
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const START_LIMIT_MS = 20_000
const STOP_LIMIT_MS = 5000

const addressIn = (printed: string, name: string): string | undefined =>
  new RegExp(`${name}:\\s+(http://127\\.0\\.0\\.1:\\d+)`).exec(printed)?.[1]

const addressesOf = (child: ChildProcess): Promise<World> =>
  new Promise((resolve, reject) => {
    let printed = ''
    const fail = (why: string) => reject(new Error(`The console ${why}. It printed:\n${printed}`))
    const limit = setTimeout(
      () => fail(`did not print its addresses in ${START_LIMIT_MS} ms`),
      START_LIMIT_MS,
    )
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const url = addressIn(printed, 'Mirror Console')
      const bitbucketUrl = addressIn(printed, 'Bitbucket')
      if (url === undefined || bitbucketUrl === undefined) return
      clearTimeout(limit)
      resolve({ url, bitbucketUrl, printed: () => printed })
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', (error) => fail(`could not be started (${error.message})`))
    child.once('exit', (code) => {
      clearTimeout(limit)
      fail(`ended with code ${String(code)}`)
    })
  })

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  await ended
  clearTimeout(limit)
}

/**
 * Starts the built console on the embedded small Bitbucket, both on free ports, with data of its own.
 *
 * @param settings what differs from that, as environment variables.
 * @throws Error with what it printed, when it does not start.
 */
export const startWorld = async (
  seed: SeedName,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly world: World; readonly stop: () => Promise<void> }> => {
  const child = spawn(process.execPath, ['src/demo/start.ts'], {
    cwd: ROOT,
    // Only what it needs: settings of whoever runs the tests must not leak in. What is tested was built before.
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      HOST: '127.0.0.1',
      EMBEDDED_SEED: seed,
      SKIP_BUILD: '1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    return { world: await addressesOf(child), stop: () => stop(child) }
  } catch (error) {
    await stop(child)
    throw error
  }
}
