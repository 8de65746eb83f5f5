import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import * as v from 'valibot'

/** Lines and bytes of the log that are taken, from its end. */
const MAX_LINES = 200
const MAX_BYTES = 262_144

const readEnd = async (path: string): Promise<string> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const length = Math.min(size, MAX_BYTES)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.subarray(0, bytesRead).toString()
  } finally {
    await file.close()
  }
}

const readStream = async (input: Readable): Promise<string> => {
  let end = ''
  for await (const chunk of input) end = (end + String(chunk)).slice(-MAX_BYTES)
  return end
}

const decision = v.looseObject({ kind: v.literal('decision') })

/** A line without the name and the ids in it: who changed what concerns the operator alone. */
const impersonal = (line: string): string => {
  const at = line.indexOf('{')
  try {
    const parsed: unknown = JSON.parse(line.slice(at))
    if (!v.is(decision, parsed)) return line
    const { kind, time, operation, outcome, status } = parsed
    return JSON.stringify({ kind, time, operation, outcome, status })
  } catch {
    return line
  }
}

/**
 * The last lines of a log, without names of users.
 *
 * @param log a path, or `-` for `input`.
 * @throws Error of the file system.
 */
export const lastLogLines = async (log: string, input: Readable): Promise<readonly string[]> => {
  const text = log === '-' ? await readStream(input) : await readEnd(log)
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-MAX_LINES)
    .map(impersonal)
}
