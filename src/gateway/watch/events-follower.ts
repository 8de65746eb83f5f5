import type { EventLog } from './events-log.ts'
import type { WatchStore } from './store/watch-store.ts'
import type { Watch } from './watch.ts'

/** How often the store is asked, in ms, while somebody listens. */
const LOOK_MS = 1000

/**
 * For a replica that does not watch: tells its listeners when the one that watches has looked, as the store shows it.
 * What was seen is not in the store, so they have to ask. Nothing is asked of the store while nobody listens, or while
 * this process watches.
 *
 * @returns tells it that somebody came.
 */
export const createEventsFollower = (options: {
  readonly events: EventLog
  readonly watch: Watch
  readonly store: Pick<WatchStore, 'lastRoundAt'>
}): (() => void) => {
  const { events, watch, store } = options
  let timer: ReturnType<typeof setInterval> | undefined
  let isLooking = false
  /** `undefined` before the first look. */
  let seenAt: number | null | undefined

  const look = async (): Promise<void> => {
    if (events.listeners() === 0) {
      clearInterval(timer)
      timer = undefined
      seenAt = undefined
      return
    }
    if (watch.state().fleet !== null) {
      seenAt = undefined
      return
    }
    if (isLooking) return
    isLooking = true
    try {
      const last = await store.lastRoundAt()
      if (seenAt !== undefined && last !== seenAt) events.noteChange()
      seenAt = last
    } catch {
      // The store is away: listeners ask by themselves, as they do without events.
    } finally {
      isLooking = false
    }
  }

  return () => {
    if (timer !== undefined) return
    timer = setInterval(() => void look(), LOOK_MS)
    timer.unref()
  }
}
