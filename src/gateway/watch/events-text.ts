import type { FleetEvent, LiveEvent } from '#contract/events.ts'
import type { EventEntry } from './events-log.ts'
import type { WatchedMirror } from './watch-fleet.ts'

/** How often a browser's own `EventSource` may come back, in ms. */
const RETRY_MS = 3000

/** A round that is older than this is not sent any more, in ms: another replica has taken over since. */
const CURRENT_MS = 60_000

/** A comment, which no reader takes for an event. */
export const HEARTBEAT = ': still here\n\n'

/** Says to the browser when to come back. */
export const RETRY = `retry: ${RETRY_MS}\n\n`

const written = (id: string, event: LiveEvent['event'], data: string): string =>
  `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`

/** An event with its data as text; JSON has no line break in it. */
export const eventText = (id: string, { event, ...data }: LiveEvent): string =>
  written(id, event, JSON.stringify(data))

const mirrorTexts = new WeakMap<WatchedMirror, string>()

/** Written once for all streams. */
const mirrorText = (watched: WatchedMirror): string => {
  const known = mirrorTexts.get(watched)
  if (known !== undefined) return known
  const { mirror, check } = watched
  const text = JSON.stringify({ mirror, check } satisfies FleetEvent['mirrors'][number])
  mirrorTexts.set(watched, text)
  return text
}

type FleetEntry = Extract<EventEntry, { kind: 'fleet' }>

/**
 * The text of what one round saw, for somebody who may see these mirrors; `null` when it is too old. All of them are in
 * each event: what changes with every round (when a mirror was seen, when it was asked) is most of it, and it counts.
 *
 * @param sentAt epoch ms.
 */
export const fleetText = (
  id: string,
  { fleet, requestsAt }: FleetEntry,
  visible: ReadonlySet<string>,
  sentAt: number,
): string | null => {
  const { at, clockDifferenceMs, mirrors } = fleet
  if (Math.abs(sentAt - at) > CURRENT_MS) return null
  const head = { sentAt, at, clockDifferenceMs, requestsAt } satisfies Omit<FleetEvent, 'event' | 'mirrors'>
  const rows = mirrors.filter(({ mirror }) => visible.has(mirror.id)).map(mirrorText)
  return written(id, 'fleet', `${JSON.stringify(head).slice(0, -1)},"mirrors":[${rows.join(',')}]}`)
}
