import type { ServerResponse } from 'node:http'

/**
 * Breaks an answer off where it is: what was written leaves first, then the connection closes without the answer
 * having been ended. So a client sees an incomplete body, and neither a whole one nor no answer at all.
 */
export const breakOff = (response: ServerResponse): void => {
  if (response.socket === null) response.destroy()
  else response.socket.destroySoon()
}
