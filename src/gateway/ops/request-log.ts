import type { DecisionLog } from '#gateway/forward/decision.ts'
import type { WatchLog } from '#gateway/watch/watch.ts'

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

let pending = ''

const flush = (): void => {
  const text = pending
  pending = ''
  if (text !== '') process.stdout.write(text)
}

/** Beyond ASCII there are characters that turn a terminal's text around or move its cursor. */
const asciiOnly = (json: string): string =>
  json.replaceAll(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/**
 * Writes one JSON object a line to standard output, as log collectors expect. The lines of one pass of the event loop
 * are written together: under load that saves a tenth of the time of a small answer. The last ones are written at exit.
 */
const writeLine = (json: string): void => {
  if (pending === '') setImmediate(flush)
  pending += `${json}\n`
}
process.once('exit', flush)

/** All logs in one stream: lines that are no request have a `kind`. */
export const writeLogs: {
  readonly log: RequestLog
  readonly decide: DecisionLog
  readonly watchLog: WatchLog
} = {
  log: (line) => writeLine(JSON.stringify(line)),
  decide: (decision) => writeLine(asciiOnly(JSON.stringify(decision))),
  watchLog: (line) => writeLine(JSON.stringify(line)),
}
