import { HEARTBEAT_MS } from '#contract/events.ts'
import type { EventEntry, EventLog } from './events-log.ts'
import { HEARTBEAT } from './events-text.ts'

/** Pieces that may wait for a reader who is slow; with more, the stream is broken off and can be resumed. */
const MAX_WAITING = 8

/** What one stream of events is made of. */
export type EventStreamOptions = {
  readonly events: EventLog
  /** What comes first. */
  readonly opening: string
  /** The place in the log after which it begins. */
  readonly from: number
  /** The text of an event for this caller; `null` where there is none for this caller. */
  readonly textOf: (entry: EventEntry) => Promise<string | null>
  /** Whether the session still lasts; asked at each heartbeat and before each event. */
  readonly isAlive: () => Promise<boolean>
  readonly signal: AbortSignal
  /** Called once when it is over, for whatever reason. */
  readonly onEnd: () => void
}

/** A body of server-sent events. It ends well with the session and with the gateway, and breaks off for all else. */
export const eventStream = (options: EventStreamOptions): ReadableStream<Uint8Array> => {
  const { events, opening, from, textOf, isAlive, signal, onEnd } = options
  const encoder = new TextEncoder()
  const over = new AbortController()
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    let place = from
    let isSending = false
    const finish = (how: () => void): void => {
      if (over.signal.aborted) return
      over.abort()
      how()
    }
    const end = () => finish(() => controller.close())
    const breakOff = () => finish(() => controller.error(new Error('The stream of events was broken off.')))
    const write = (text: string): void => {
      if (over.signal.aborted) return
      controller.enqueue(encoder.encode(text))
      if ((controller.desiredSize ?? 0) < -MAX_WAITING) breakOff()
    }
    // One after the other: a place in the log is passed only when all before it was sent.
    const send = async (): Promise<void> => {
      if (isSending) return
      isSending = true
      let entry = events.after(place)
      while (entry !== null && !over.signal.aborted) {
        if (!(await isAlive())) return end()
        const text = await textOf(entry)
        if (text !== null) write(text)
        place = entry.n
        entry = events.after(place)
      }
      isSending = false
    }
    const beat = async (): Promise<void> => {
      if (await isAlive()) write(HEARTBEAT)
      else end()
    }
    const timer = setInterval(() => void beat().catch(breakOff), HEARTBEAT_MS)
    timer.unref()
    write(opening)
    const go = () => void send().catch(breakOff)
    const unsubscribe = events.subscribe({ onEntry: go, onEnd: end })
    const stop = () => {
      clearInterval(timer)
      unsubscribe()
      onEnd()
    }
    // A gateway that is stopping has ended it already.
    if (over.signal.aborted) return stop()
    over.signal.addEventListener('abort', stop)
    signal.addEventListener('abort', breakOff, { once: true, signal: over.signal })
    if (signal.aborted) breakOff()
    else go()
  }
  return new ReadableStream({ start, cancel: () => over.abort() })
}
