import * as v from 'valibot'
import { EVENTS_PATH, EVENTS_TYPE, LAST_EVENT_HEADER, type LiveEvent, liveEvent } from '#contract/events.ts'
import { readLines } from '#app/api/client.ts'
import { DEAD_AFTER_MS } from '#app/api/live-feed.ts'
import { problemOf, type ProblemKind } from '#app/api/problem.ts'
import type { LiveMessage } from './live-message.ts'

/** How much longer one event may take than the first did, in ms; with more, the machine slept or a clock was set. */
const MAX_DELAY_MS = 15_000

/** The first and the longest pause before another connection, in ms. */
const [PAUSE_MS, LONGEST_PAUSE_MS] = [1000, 60_000]

/** Answers after which another try is of no use: the page's session has no events, or has ended. */
const FINAL: ReadonlySet<ProblemKind> = new Set(['signed-out', 'other-session', 'not-permitted', 'invalid'])

/** Waits, but not while the browser says that it has just come back online. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = new AbortController()
    const go = () => {
      clearTimeout(timer)
      over.abort()
      resolve()
    }
    const timer = setTimeout(go, ms)
    addEventListener('online', go, { signal: over.signal })
    signal.addEventListener('abort', go, { signal: over.signal })
    if (signal.aborted) go()
  })

/** Reads the fields of events line by line. Only this gateway writes them: one line of data each. */
const createEventReader = (onEvent: (event: LiveEvent, id: string) => void) => {
  let [id, name] = ['', '']
  return (line: string): void => {
    const at = line.indexOf(': ')
    const value = line.slice(at + 2)
    const field = line.slice(0, Math.max(at, 0))
    if (field === 'id') id = value
    if (field === 'event') name = value
    if (field !== 'data') return
    const read = v.safeParse(v.pipe(v.string(), v.parseJson()), value)
    const event = v.safeParse(liveEvent, { ...Object(read.output), event: name })
    // A newer gateway may send more.
    if (event.success) onEvent(event.output, id)
  }
}

/**
 * Holds the stream of events of one session open, until it is refused for good or `signal` aborts. It never rejects.
 *
 * @param mark of the page's session; events of another one end it.
 */
export const holdLiveStream = async (options: {
  readonly mark: string
  readonly onMessage: (message: LiveMessage) => void
  readonly signal: AbortSignal
}): Promise<void> => {
  const { mark, onMessage, signal } = options
  let lastId: string | null = null
  let failures = 0

  /** Resolves at the end of one connection: whether it was another session's. */
  const connect = async (): Promise<boolean> => {
    let isForeign = false
    const over = new AbortController()
    const end = () => over.abort()
    const startedAt = Date.now()
    let aheadMs: number | null = null
    const read = createEventReader((event, id) => {
      if (over.signal.aborted || isForeign) return
      const heardAt = Date.now()
      const difference = heardAt - event.sentAt
      if (event.event === 'hello') {
        isForeign = event.mark !== mark
        // Where even the first event came late, nothing is known of the clocks.
        if (isForeign || heardAt - startedAt > MAX_DELAY_MS) return end()
        aheadMs = difference
        failures = 0
      }
      if (aheadMs === null || Math.abs(difference - aheadMs) > MAX_DELAY_MS) return end()
      aheadMs = Math.min(aheadMs, difference)
      lastId = id
      onMessage({ mark, heardAt, aheadMs, event })
    })
    let watchdog = setTimeout(end, DEAD_AFTER_MS)
    const onLine = (line: string) => {
      clearTimeout(watchdog)
      watchdog = setTimeout(end, DEAD_AFTER_MS)
      read(line)
    }
    addEventListener('offline', end, { signal: over.signal })
    try {
      const headers = { accept: EVENTS_TYPE, ...(lastId !== null && { [LAST_EVENT_HEADER]: lastId }) }
      const either = AbortSignal.any([signal, over.signal])
      await readLines({ method: 'GET', target: EVENTS_PATH, headers, body: null }, onLine, either)
    } catch (error) {
      if (!over.signal.aborted) throw error
    } finally {
      clearTimeout(watchdog)
      end()
    }
    return isForeign
  }

  while (!signal.aborted) {
    let waitMs = 0
    try {
      if (await connect()) return
    } catch (error) {
      const { kind, retryAfterMs } = problemOf(error)
      if (FINAL.has(kind)) return
      waitMs = retryAfterMs ?? 0
    }
    const backOffMs = Math.min(PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS) * (1 + Math.random() / 2)
    failures += 1
    await pause(Math.max(waitMs, backOffMs), signal)
  }
}
