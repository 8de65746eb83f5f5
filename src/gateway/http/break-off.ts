import type { ServerResponse } from 'node:http'

/** How long a client that reads nothing may keep what was written for it, in ms. */
const GRACE_MS = 5000

/**
 * Breaks an answer off where it is: what was written leaves first, then the connection closes without the answer
 * having been ended. So a client sees an incomplete body, and neither a whole one nor no answer at all.
 */
export const breakOff = (response: ServerResponse): void => {
  const { socket } = response
  if (socket === null) {
    response.destroy()
    return
  }
  // Without its head this would be no answer at all, and a browser sends even a write again when it gets none.
  response.flushHeaders()
  socket.setTimeout(GRACE_MS, () => socket.destroy())
  socket.destroySoon()
}
