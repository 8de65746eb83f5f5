import type { World } from '#upstream/world.ts'
import { signBody } from './sign-body.ts'
import { type WebhookEvent, webhookEventOf } from './webhook-event.ts'

/** Who gets the webhooks of all repositories. */
export type WebhookTarget = {
  readonly url: string
  /** What the bodies are signed with; `null` sends them without a signature. */
  readonly secret: string | null
}

/** Sends a request, as `fetch` does. */
export type SendRequest = (request: Request) => Promise<Response>

/** What is older, in ms, is not sent any more: after a pause, such as a laptop's sleep, nobody wants an hour of pushes. */
const OLDEST_MS = 60_000

const TIMEOUT_MS = 10_000

const requestOf = async (
  { url, secret }: WebhookTarget,
  { eventKey, requestId, body }: WebhookEvent,
  signal: AbortSignal,
): Promise<Request> => {
  const text = JSON.stringify(body)
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'x-event-key': eventKey,
    'x-request-id': requestId,
  })
  if (secret !== null) headers.set('x-hub-signature', await signBody(text, secret))
  return new Request(url, { method: 'POST', headers, body: text, redirect: 'manual', signal })
}

/**
 * Makes what sends, whenever it is called, all that happened since the last call; it keeps no timer. Calls do not overlap:
 * one that comes while another sends waits for the same end. Nothing is sent twice, and what a receiver fails to take
 * is lost, as are the others of that call.
 */
export const createWebhookSender = (
  world: World,
  targetNow: () => WebhookTarget | null,
  send: SendRequest,
): ((signal: AbortSignal) => Promise<void>) => {
  const { settings, life } = world
  let sentUntil = settings.now()
  let underWay: Promise<void> | null = null

  const deliver = async (target: WebhookTarget, event: WebhookEvent, signal: AbortSignal) => {
    const within = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
    try {
      const response = await send(await requestOf(target, event, within))
      await response.body?.cancel()
      return response.ok
    } catch {
      return false
    }
  }

  const sendAll = async (signal: AbortSignal) => {
    const now = settings.now()
    const from = Math.max(sentUntil, now - OLDEST_MS)
    sentUntil = now
    const target = targetNow()
    if (target === null) return
    for (const happening of life.happenings(world.mirrors, from, now)) {
      const isTaken = await deliver(target, webhookEventOf(happening, settings.baseUrl), signal)
      if (!isTaken) return
    }
  }

  return (signal) =>
    (underWay ??= sendAll(signal).finally(() => {
      underWay = null
    }))
}
