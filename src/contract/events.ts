import * as v from 'valibot'
import { fleetCheck } from './fleet-check.ts'
import { mirrorServer } from './mirror-server.ts'

/**
 * Where the gateway tells open pages what its watch sees. `GET`, answered with server-sent events ({@link liveEvent})
 * for as long as the session lasts, each with an `id`. A caller that sends the last one it got as `Last-Event-ID` gets
 * what it missed: of each kind the newest event, which says all that earlier ones said.
 */
export const EVENTS_PATH = '/-/events'

/** The media type of server-sent events. */
export const EVENTS_TYPE = 'text/event-stream'

/** The header that names the last event that was received, or begun with. */
export const LAST_EVENT_HEADER = 'last-event-id'

/** How often a comment is sent, in ms, so that no proxy takes the stream for a dead one. */
export const HEARTBEAT_MS = 15_000

/** When the event was sent, by the gateway's clock, epoch ms: the receiver finds out by it how late it is. */
const sentAt = v.number()

/** One event: `event` is its name, the rest its data, which is JSON. */
export const liveEvent = v.variant('event', [
  /** The first of every stream. `mark` is that of the session whose events these are. */
  v.object({ event: v.literal('hello'), sentAt, mark: v.string() }),
  /** What was missed is not known here: everything shown has to be read once. */
  v.object({ event: v.literal('reset'), sentAt }),
  /** What one round of the watch saw: all that a page needs to show it without a question. */
  v.object({
    event: v.literal('fleet'),
    sentAt,
    /** When Bitbucket's list was read, epoch ms by the gateway's clock. */
    at: v.number(),
    /** Bitbucket's clock minus the gateway's, in ms, true to a second; `null` when its answer did not say. */
    clockDifferenceMs: v.nullable(v.number()),
    /**
     * Since when the pending requests are as they are, epoch ms by the gateway's clock, as of this round: a list that
     * was read later is up to date. `null` when the watch cannot see all of them.
     */
    requestsAt: v.nullable(v.number()),
    /** All that Bitbucket lists to this user, with the answer of each; `null` where it was not asked. */
    mirrors: v.array(v.object({ mirror: mirrorServer, check: v.nullable(fleetCheck) })),
  }),
  /** Other requests are pending than before; which ones, Bitbucket tells those who may list them. */
  v.object({
    event: v.literal('requests'),
    sentAt,
    /** When the watch saw it first, epoch ms by the gateway's clock. */
    at: v.number(),
  }),
  /** Other mirrors are silenced than before, or otherwise. Which ones has to be asked for. */
  v.object({ event: v.literal('silences'), sentAt }),
  /** Another replica, which watches, has looked at the fleet. What it saw has to be asked for. */
  v.object({ event: v.literal('changed'), sentAt }),
])

/** See {@link liveEvent}. */
export type LiveEvent = v.InferOutput<typeof liveEvent>

/** What one round of the watch saw. */
export type FleetEvent = Extract<LiveEvent, { event: 'fleet' }>
