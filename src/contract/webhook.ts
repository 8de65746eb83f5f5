import * as v from 'valibot'
import { instant } from './instant.ts'
import { isSafeId } from './path.ts'
import { identifier, optionalIdentifier } from './scalar.ts'

/**
 * Where Bitbucket reports pushes and synchronizations: `POST`, signed with the secret that both share. It has no session
 * and no proof of the same origin.
 */
export const WEBHOOK_PATH = '/-/webhook'

/** Largest body in bytes; Bitbucket leaves changes out of an event that would be larger. */
export const MAX_WEBHOOK_BODY = 1_048_576

/** An id that may become part of a path and of a key. */
const shortId = v.pipe(identifier, v.check(isSafeId, 'Not an id'))

/** When it happened, epoch ms by Bitbucket's clock, to the second. */
const moment = v.pipe(
  instant,
  v.check((at) => at !== null, 'Not a date'),
  v.transform(Number),
)

const project = v.optional(v.fallback(v.nullable(v.object({ id: optionalIdentifier })), null), null)

/** The repository of an event. The key of a project is left out: that of a personal one is a name of a person. */
const eventRepository = v.pipe(
  v.object({ id: shortId, project }),
  v.transform(({ id, project: own }) => ({ id, projectId: own?.id ?? null })),
)

/**
 * The events that matter here, as Bitbucket Data Center sends them. Source: the vendor's page "Event payload", 8.18 and
 * 9.3. Of each, no more is read than is kept: ids and a time, no name of a person.
 */
export const webhookEvent = v.variant('eventKey', [
  v.object({ eventKey: v.literal('repo:refs_changed'), date: moment, repository: eventRepository }),
  v.object({
    eventKey: v.literal('mirror:repo_synchronized'),
    date: moment,
    mirrorServer: v.object({ id: shortId }),
    repository: eventRepository,
  }),
])

/** One of them. */
export type WebhookEvent = v.InferOutput<typeof webhookEvent>

/** Keys of the events that are read; any other is accepted and not used. */
export const WEBHOOK_EVENTS: readonly string[] = webhookEvent.options.map(
  ({ entries }) => entries.eventKey.literal,
)

/** The event of the button "Test connection". Its body names no event, so this stands in the header `X-Event-Key`. */
export const WEBHOOK_PING = 'diagnostics:ping'
