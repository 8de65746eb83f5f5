import { randomBytes } from 'node:crypto'
import type { Silence } from '#contract/silences.ts'
import type { PendingRequests } from './pending-requests.ts'
import type { WatchedFleet } from './watch-fleet.ts'

/** One event before it is written for somebody; `n` is its place in the order of this process. */
export type EventEntry = { readonly n: number } & (
  | {
      readonly kind: 'fleet'
      readonly fleet: WatchedFleet
      /** Since when the pending requests are as they are, epoch ms; `null` when not all of them are seen. */
      readonly requestsAt: number | null
    }
  | { readonly kind: 'requests'; readonly at: number }
  | { readonly kind: 'silences' }
  | { readonly kind: 'changed' }
)

type Listener = {
  /** There is something new. */
  readonly onEntry: () => void
  /** There will be nothing any more. */
  readonly onEnd: () => void
}

/** What there is to tell, for all streams. */
export type EventLog = {
  /** Takes what one round of the watch saw. */
  readonly take: (fleet: WatchedFleet) => void
  /**
   * Takes which mirrors are silenced. What a look finds the first time is no news: those who open a page read it.
   *
   * @param isNews whether somebody has just changed them.
   */
  readonly takeSilences: (silences: readonly Silence[], isNews?: boolean) => void
  /** Takes that another replica looked. */
  readonly noteChange: () => void
  /** The id of a place in the order; place 0 is before everything. */
  readonly idOf: (n: number) => string
  /** The place that an id names; `null` for an id of another process, or none at all. */
  readonly placeOf: (id: string) => number | null
  /** The first of what counts after a place; `null` when there is nothing. */
  readonly after: (n: number) => EventEntry | null
  /** @returns ends the subscription. */
  readonly subscribe: (listener: Listener) => () => void
  readonly listeners: () => number
  /** Ends all streams, and those that begin later. */
  readonly close: () => void
}

const keyOf = ({ ids, isAll }: PendingRequests): string => JSON.stringify([isAll, ids.toSorted()])

/**
 * Keeps what there is to tell: the newest event of each kind. Each says all that earlier ones of its kind said, so a
 * stream that was interrupted for however long loses nothing, and no memory grows.
 */
export const createEventLog = (now: () => number): EventLog => {
  // Unlike that of any other process: a restart, or another replica that started in the same millisecond.
  const name = `${now()}${randomBytes(4).toString('hex')}`
  const newest = new Map<EventEntry['kind'], EventEntry>()
  const listeners = new Set<Listener>()
  let last = 0
  let isClosed = false
  let silences: string | null = null
  let requests: { readonly key: string; readonly at: number } | null = null

  const add = (make: (n: number) => EventEntry): void => {
    last += 1
    const entry = make(last)
    newest.set(entry.kind, entry)
    for (const { onEntry } of listeners) onEntry()
  }

  return {
    take: (fleet) => {
      const { pendingRequests, at } = fleet
      // While they cannot be read, nothing is known of a change.
      const key = pendingRequests === null ? requests?.key : keyOf(pendingRequests)
      if (key !== undefined && key !== requests?.key) {
        requests = { key, at }
        add((n) => ({ n, kind: 'requests', at }))
      }
      // A list with a row that could not be read would hide that from those who ask Bitbucket themselves.
      if (!fleet.isWhole) return
      const requestsAt = pendingRequests?.isAll === true && requests !== null ? requests.at : null
      add((n) => ({ n, kind: 'fleet', fleet, requestsAt }))
    },
    takeSilences: (found, isNews = false) => {
      const key = JSON.stringify(found)
      if (isNews || (silences !== null && silences !== key)) add((n) => ({ n, kind: 'silences' }))
      silences = key
    },
    noteChange: () => add((n) => ({ n, kind: 'changed' })),
    idOf: (n) => `${name}-${n}`,
    placeOf: (id) => {
      const [, process, place] = /^(\w+)-(\d{1,15})$/.exec(id) ?? []
      return process === name && Number(place) <= last ? Number(place) : null
    },
    after: (place) => {
      const [first = null] = [...newest.values()]
        .filter(({ n }) => n > place)
        .toSorted((one, other) => one.n - other.n)
      return first
    },
    subscribe: (listener) => {
      if (isClosed) listener.onEnd()
      else listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    listeners: () => listeners.size,
    close: () => {
      isClosed = true
      for (const { onEnd } of listeners) onEnd()
      listeners.clear()
    },
  }
}
