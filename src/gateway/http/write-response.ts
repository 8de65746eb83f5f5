import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { breakOff } from './break-off.ts'

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
      if (!to.write(read.value)) await Promise.race([once(to, 'drain'), once(to, 'close')])
    }
    to.off('close', left)
    to.end()
  } catch {
    breakOff(to)
  }
}
