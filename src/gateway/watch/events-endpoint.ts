import { EVENTS_TYPE, LAST_EVENT_HEADER, type LiveEvent } from '#contract/events.ts'
import type { ForwardLimit } from '#gateway/forward/forward-limit.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { sessionMark } from '#gateway/session/session-mark.ts'
import { ownerOf } from '#gateway/session/session-owner.ts'
import { requireReader } from '#gateway/session/require-reader.ts'
import type { OpenSession } from '#gateway/session/open-session.ts'
import type { Sessions } from '#gateway/session/sessions.ts'
import { createEventsFollower } from './events-follower.ts'
import type { EventEntry, EventLog } from './events-log.ts'
import { eventStream } from './events-stream.ts'
import { eventText, fleetText, RETRY } from './events-text.ts'
import type { VisibleMirrors } from './events-visible.ts'
import type { WatchStore } from './store/watch-store.ts'
import type { Watch } from './watch.ts'

/** `GET`: a stream of what the watch sees, of the mirrors that Bitbucket lists to the caller. */
export const createEventsEndpoint = (options: {
  readonly events: EventLog
  readonly watch: Watch
  readonly store: Pick<WatchStore, 'lastRoundAt'>
  readonly visible: VisibleMirrors
  readonly sessions: Pick<Sessions, 'stillLasts'>
  /** Streams that are open. */
  readonly streams: ForwardLimit
  /** Epoch ms. */
  readonly now: () => number
}) => {
  const { events, visible, sessions, streams, now } = options
  const follow = createEventsFollower(options)

  const textFor = async (entry: EventEntry, session: OpenSession): Promise<string | null> => {
    const id = events.idOf(entry.n)
    if (entry.kind === 'changed' || entry.kind === 'silences') {
      return eventText(id, { event: entry.kind, sentAt: now() })
    }
    if (entry.kind === 'requests') {
      return eventText(id, { event: 'requests', sentAt: now(), at: entry.at })
    }
    const existing = entry.fleet.mirrors.map(({ mirror }) => mirror.id)
    const ids = await visible.of(session, existing)
    return ids && fleetText(id, entry, ids, now())
  }

  /** @throws GatewayError. */
  return async (request: Request, caller: OpenSession | null): Promise<Response> => {
    const session = requireReader(request, caller)
    if (new URL(request.url).search !== '') throw new GatewayError('bad-request')
    const leave = streams.enter(ownerOf(session))
    if (leave === null) throw new GatewayError('overloaded', { headers: { 'retry-after': '30' } })
    const [cookie, lastId] = ['cookie', LAST_EVENT_HEADER].map((name) => request.headers.get(name))
    const place = lastId ? events.placeOf(lastId) : 0
    const from = place ?? 0
    const first = (event: LiveEvent) => eventText(events.idOf(from), event)
    const body = eventStream({
      events,
      opening:
        RETRY +
        first({ event: 'hello', sentAt: now(), mark: sessionMark(session) }) +
        (place === null ? first({ event: 'reset', sentAt: now() }) : ''),
      from,
      textOf: (entry) => textFor(entry, session),
      isAlive: () => sessions.stillLasts(session, cookie ?? null),
      signal: request.signal,
      onEnd: leave,
    })
    follow()
    // Proxies would keep events back until they have enough of them.
    return new Response(body, { headers: { 'content-type': EVENTS_TYPE, 'x-accel-buffering': 'no' } })
  }
}
