/** The media type of one line of JSON for each thing, sent as they come. */
export const LINES_TYPE = 'application/x-ndjson'

/**
 * A body of lines of JSON that are sent as `produce` writes them. It ends well only when `produce` does: a failure
 * breaks it off. The signal that `produce` gets aborts when `signal` does or when the reader leaves.
 */
export const jsonLines = (
  produce: (write: (line: unknown) => void, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  const left = new AbortController()
  const either = AbortSignal.any([left.signal, signal])
  return new ReadableStream({
    start: async (controller) => {
      // An empty line, so that the head goes out immediately: a caller behind a slow fleet knows that it is asked.
      controller.enqueue(encoder.encode('\n'))
      await produce((line) => {
        if (!either.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }, either)
      if (either.aborted) controller.error(either.reason)
      else controller.close()
    },
    cancel: () => left.abort(),
  })
}
