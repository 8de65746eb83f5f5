import * as v from 'valibot'
import { type LiveEvent, liveEvent } from '#contract/events.ts'

/** One event with its id. */
export type ReadEvent = LiveEvent & { readonly id: string }

/** A body of either of the two kinds of `Response` that tests meet. */
type Body = {
  readonly getReader: () => {
    readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
    readonly cancel: () => Promise<void>
  }
}

const eventIn = (block: string): ReadEvent | null => {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const at = line.indexOf(': ')
      return [line.slice(0, at), line.slice(at + 2)]
    }),
  )
  if (!fields.has('event')) return null
  const data: unknown = JSON.parse(fields.get('data') ?? '')
  const event = v.parse(liveEvent, { event: fields.get('event'), ...Object(data) })
  return { ...event, id: fields.get('id') ?? '' }
}

/** Reads a stream of events as it comes, and keeps all that came. */
export const eventReader = (body: Body | null) => {
  if (body === null) throw new Error('This answer has no body.')
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let at = 0
  const more = async (): Promise<boolean> => {
    const { value, done } = await reader.read()
    if (value !== undefined) text += decoder.decode(value, { stream: true })
    return !done
  }
  const next = async (): Promise<ReadEvent | null> => {
    for (;;) {
      const end = text.indexOf('\n\n', at)
      if (end !== -1) {
        const event = eventIn(text.slice(at, end))
        at = end + 2
        if (event !== null) return event
      } else if (!(await more())) return null
    }
  }
  return {
    /** The next event; `null` at the end of the stream. */
    next,
    /** Reads until a name comes, and returns that event. */
    nextNamed: async <Name extends LiveEvent['event']>(name: Name) => {
      for (let event = await next(); event !== null; event = await next()) {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The name decides which it is, which the compiler does not follow for a parameter.
        if (event.event === name) return event as Extract<ReadEvent, { event: Name }>
      }
      throw new Error(`The stream ended without an event "${name}".`)
    },
    more,
    text: () => text,
    leave: () => reader.cancel(),
  }
}
