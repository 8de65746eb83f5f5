import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const PROGRAM = fileURLToPath(new URL('round-writer.ts', import.meta.url))

/** A program that adds rounds to a file until it is killed. */
export type KilledWriter = {
  /** Lets it open the file and begin. */
  readonly go: () => void
  /** It has told of its first round. */
  readonly hasWritten: Promise<void>
  /** Ends it in the middle of whatever it does, and answers the times of the rounds that it said are kept. */
  readonly kill: () => Promise<readonly number[]>
}

/** Starts one, which waits; it is killed at the end of the test if not before. */
export const startWriter = (path: string): KilledWriter => {
  const child = spawn(process.execPath, ['--no-warnings', PROGRAM, path])
  let printed = ''
  let complaint = ''
  const hasWritten = Promise.withResolvers<void>()
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    hasWritten.resolve()
  })
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  // It is gone when it was killed before it read its line.
  child.stdin.on('error', () => undefined)
  const closed = once(child, 'close').then(() => hasWritten.resolve())
  const kill = async (): Promise<readonly number[]> => {
    child.kill('SIGKILL')
    await closed
    if (child.signalCode !== 'SIGKILL') throw new Error(`The writer ended by itself:\n${complaint}`)
    // A line that was cut off by the end says nothing.
    return printed.split('\n').slice(0, -1).map(Number)
  }
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await closed
  })
  return { go: () => child.stdin.write('go\n'), hasWritten: hasWritten.promise, kill }
}
