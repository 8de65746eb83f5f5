import { vi } from 'vitest'
import { SOURCE_HEADER } from '#contract/answer-source.ts'
import { EVENTS_PATH, type LiveEvent } from '#contract/events.ts'

/** One connection that a test answers. */
type Connection = {
  /** The `Last-Event-ID` that it was asked with. */
  readonly lastId: string | null
  readonly send: (event: LiveEvent, id: string) => void
  /** Writes whatever a newer gateway may send. */
  readonly write: (text: string) => void
  /** A sign of life. */
  readonly beat: () => void
  readonly end: () => void
  readonly isAborted: () => boolean
}

/**
 * Stands in for the gateway's stream of events: each connection is left open until the test or the app ends it.
 *
 * @param refuse the status of each answer in place of a stream; `null` for streams.
 */
export const stubEventSource = (refuse: { status: number; kind: string } | null = null) => {
  const connections: Connection[] = []
  const answer = (
    _url: URL,
    { headers, signal }: { headers: Record<string, string>; signal: AbortSignal },
  ) => {
    const encoder = new TextEncoder()
    const ends: { write: (text: string) => void; end: () => void }[] = []
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        ends.push({
          write: (text) => controller.enqueue(encoder.encode(text)),
          end: () => controller.close(),
        })
        signal.addEventListener('abort', () => controller.error(signal.reason))
      },
    })
    const write = (text: string) => ends[0]?.write(text)
    connections.push({
      lastId: headers['last-event-id'] ?? null,
      send: (event, id) => {
        const { event: name, ...data } = event
        write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
      },
      write,
      beat: () => write(': still here\n\n'),
      end: () => ends[0]?.end(),
      isAborted: () => signal.aborted,
    })
    const source = { [SOURCE_HEADER]: 'gateway' }
    return Promise.resolve(
      refuse === null
        ? new Response(body, { headers: { ...source, 'content-type': 'text/event-stream' } })
        : Response.json({ errors: [], kind: refuse.kind }, { status: refuse.status, headers: source }),
    )
  }
  vi.stubGlobal('fetch', (url: URL, init: Parameters<typeof answer>[1]) => {
    if (!url.pathname.endsWith(EVENTS_PATH)) throw new Error(`Nobody was to ask ${url.pathname}`)
    return answer(url, init)
  })
  return connections
}
