import { createHmac, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import { WEBHOOK_EVENTS, WEBHOOK_PING, type WebhookEvent, webhookEvent } from '#contract/webhook.ts'
import { BoundedMap } from '#gateway/http/bounded-map.ts'
import { decodeJson } from '#gateway/http/decode-json.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { SIGNATURE, unsigned } from '#gateway/http/webhook-signature.ts'
import type { LagStore } from '#gateway/watch/store/lag-store.ts'
import { projectKeyOf } from './open-lag.ts'

/**
 * How far the date of an event may be from the gateway's clock, in ms: later, the same bytes are a copy that somebody kept
 * for longer than they are remembered here, or one of the clocks is wrong.
 */
const MAX_EVENT_AGE_MS = 900_000

/**
 * Marks of events that are remembered, two of each: at a hundred events in a second those of a minute and a half. The
 * store counts a push once in any case.
 */
const REMEMBERED = 20_000

const JSON_TYPE = /^application\/json\s*(?:;|$)/i

const isSignedWith = (secret: string, bytes: Uint8Array, signature: string): boolean => {
  const [, hex = ''] = SIGNATURE.exec(signature) ?? []
  const expected = createHmac('sha256', secret).update(bytes).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** A field of an object whose kind is not known. */
const eventKeyIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, 'eventKey') : undefined

/** The event in signed bytes; `null` for one that is not needed. */
const eventIn = (bytes: Uint8Array, namedEvent: string | null): WebhookEvent | null => {
  let body: unknown
  try {
    body = decodeJson(bytes)
  } catch {
    throw new GatewayError('bad-request')
  }
  const key = eventKeyIn(body)
  if (key === undefined && namedEvent === WEBHOOK_PING) return null
  if (typeof key !== 'string') throw new GatewayError('bad-request')
  if (!WEBHOOK_EVENTS.includes(key)) return null
  const read = v.safeParse(webhookEvent, body)
  if (!read.success) throw new GatewayError('bad-request')
  return read.output
}

/**
 * `POST`: what Bitbucket reports of pushes and synchronizations. Only what is signed with the secret is read, and each
 * event is used once. It answers 204 for what was used and for what is not needed.
 */
export const createWebhookEndpoint = (options: {
  readonly secret: string
  readonly lag: Pick<LagStore, 'addPush' | 'addSync'>
  /** Epoch ms. */
  readonly now: () => number
}) => {
  const { secret, lag, now } = options
  const seen = new BoundedMap<string, true>(REMEMBERED)

  const keep = async (event: WebhookEvent): Promise<void> => {
    const { date: at, repository } = event
    const told = { repositoryId: repository.id, projectId: projectKeyOf(repository), at, toldAt: now() }
    try {
      await (event.eventKey === 'repo:refs_changed'
        ? lag.addPush(told)
        : lag.addSync({ ...told, mirrorId: event.mirrorServer.id }))
    } catch {
      throw new GatewayError('overloaded', { message: 'The event cannot be kept now: WATCH_STORE fails.' })
    }
  }

  /** @throws GatewayError for everything that is refused; then nothing has changed. */
  return async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') {
      throw new GatewayError('not-in-contract', { status: 405, headers: { allow: 'POST' } })
    }
    const header = (name: string): string => request.headers.get(name) ?? ''
    const bytes = new Uint8Array(await request.arrayBuffer())
    const signature = header('x-hub-signature').toLowerCase()
    if (!isSignedWith(secret, bytes, signature)) throw unsigned()
    if (!JSON_TYPE.test(header('content-type'))) throw new GatewayError('wrong-media-type')
    const event = eventIn(bytes, request.headers.get('x-event-key'))
    const done = new Response(null, { status: 204 })
    const requestId = header('x-request-id')
    // The signature stands for the bytes; an id alone could be changed by whoever has a copy of them.
    const marks = [signature, ...(requestId === '' ? [] : [`id ${requestId.slice(0, 128)}`])]
    if (event === null || marks.some((mark) => seen.has(mark))) return done
    if (Math.abs(now() - event.date) > MAX_EVENT_AGE_MS) {
      throw new GatewayError('bad-request', {
        message:
          'The event is more than 15 minutes old or new: check the clocks of Bitbucket and of this server.',
      })
    }
    await keep(event)
    for (const mark of marks) seen.set(mark, true)
    return done
  }
}
