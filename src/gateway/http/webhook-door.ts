import type { IncomingMessage } from 'node:http'
import { MAX_WEBHOOK_BODY } from '#contract/webhook.ts'
import { GatewayError } from './gateway-error.ts'
import { SIGNATURE, unsigned } from './webhook-signature.ts'

/**
 * Lets one webhook in before its body is read.
 *
 * @returns leaves again.
 * @throws GatewayError when it cannot be one, or when too many come.
 */
export type AdmitWebhook = (request: Pick<IncomingMessage, 'headers'>) => () => void

/** Webhooks at once: Bitbucket sends up to five; each holds 1 MB at most. */
const AT_ONCE = 8

/**
 * What may come within a second, and at once after a pause, in units. Each webhook is one, and one more for each 32 kB:
 * so a hundred pushes a second pass, and a flood costs the processor no more than reading 3 MB a second.
 */
const UNITS_PER_SECOND = 100
const MOST_UNITS = 1000
const UNIT_BYTES = 32_768

/** What is refused unread ends its connection: the body that follows is read by nobody. */
const CLOSE = { connection: 'close' }

const overloaded = (): GatewayError =>
  new GatewayError('overloaded', { headers: { ...CLOSE, 'retry-after': '5' } })

/** The door for webhooks: what is unsigned or too large is refused unread, and a flood costs others nothing. `now` is epoch ms. */
export const createWebhookDoor = (now: () => number): AdmitWebhook => {
  let inside = 0
  let units = MOST_UNITS
  let filledAt = now()

  const take = (count: number): boolean => {
    const at = now()
    // A clock that was set back fills nothing, and takes nothing away.
    units = Math.min(MOST_UNITS, units + (Math.max(0, at - filledAt) * UNITS_PER_SECOND) / 1000)
    filledAt = at
    if (units < count) return false
    units -= count
    return true
  }

  return ({ headers }) => {
    const signature = headers['x-hub-signature']
    if (typeof signature !== 'string' || !SIGNATURE.test(signature)) throw unsigned()
    const length = headers['content-length']
    const bytes = length === undefined ? MAX_WEBHOOK_BODY : Number(length)
    if (bytes > MAX_WEBHOOK_BODY) throw new GatewayError('body-too-large', { headers: CLOSE })
    if (inside >= AT_ONCE || !take(1 + Math.floor(bytes / UNIT_BYTES))) throw overloaded()
    inside += 1
    return () => {
      inside -= 1
    }
  }
}
