import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { breakOff } from './break-off.ts'

/** Waits until more can be written, or until nobody reads any more. It leaves no listener behind. */
const untilWritable = async (to: ServerResponse): Promise<void> => {
  const over = new AbortController()
  const { signal } = over
  const waits = [once(to, 'drain', { signal }), once(to, 'close', { signal })]
  await Promise.race(waits)
  over.abort()
  // The one that did not happen ends with the abort.
  await Promise.allSettled(waits)
}

/**
 * Writes a `Response` to a socket. A body that fails on the way breaks the connection: ending it would make half an
 * answer into a whole one.
 */
export const writeResponse = async (from: Response, to: ServerResponse): Promise<void> => {
  for (const [name, value] of from.headers) to.appendHeader(name, value)
  to.statusCode = from.status
  if (from.body === null) {
    to.end()
    return
  }
  const reader = from.body.getReader()
  const left = () => {
    // Only the source is notified; an error while it stops has no receiver any more.
    reader.cancel().catch(() => undefined)
  }
  to.once('close', left)
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (to.destroyed) return
      if (!to.write(read.value)) await untilWritable(to)
    }
    to.off('close', left)
    to.end()
  } catch {
    breakOff(to)
  }
}
