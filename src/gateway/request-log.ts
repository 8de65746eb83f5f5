/** One answered request. It holds no query, no id, no header and no body: a route template says enough. */
export type RequestLogLine = {
  readonly time: string
  readonly requestId: string
  readonly method: string
  readonly route: string
  readonly status: number
  /** From the first line to the last byte. */
  readonly ms: number
}

/** Takes a line for every answered request. */
export type RequestLog = (line: RequestLogLine) => void

/** Writes one JSON object a line to standard output, as log collectors expect. */
export const writeRequestLog: RequestLog = (line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
