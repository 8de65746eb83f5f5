import { connect } from 'node:net'

/** What one run of load came to. */
export type Load = { readonly requests: number; readonly seconds: number; readonly failures: number }

const HEAD_END = Buffer.from('\r\n\r\n')

/** Reads answers that have a length, one after another, from the bytes of one connection. */
const createAnswerReader = (onAnswer: (isOk: boolean) => void) => {
  let begun: Buffer | null = null
  let left = 0
  return (received: Buffer): void => {
    const chunk: Buffer = begun === null ? received : Buffer.concat([begun, received])
    begun = null
    let at = 0
    while (at < chunk.length) {
      if (left === 0) {
        const end = chunk.indexOf(HEAD_END, at)
        if (end === -1) {
          begun = chunk.subarray(at)
          return
        }
        // Only the head becomes text: a body is not worth the time that is to be left to the other side.
        const head = chunk.toString('latin1', at, end)
        at = end + HEAD_END.length
        left = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
        if (!head.startsWith('HTTP/1.1 200') || left === 0) {
          left = 0
          onAnswer(false)
          return
        }
      }
      const taken = Math.min(left, chunk.length - at)
      left -= taken
      at += taken
      if (left === 0) onAnswer(true)
    }
  }
}

/**
 * Sends the same request over and over on `connections` sockets, the next one when the answer is complete: as little
 * work as Node allows, so that what is measured is the other side.
 */
export const measureLoad = (options: {
  readonly port: number
  readonly request: string
  readonly connections: number
  /** Stops after so many ms, or … */
  readonly ms?: number
  /** … after so many requests. */
  readonly requests?: number
}): Promise<Load> =>
  new Promise((resolve) => {
    const { port, request, connections, ms = Infinity, requests: limit = Infinity } = options
    const bytes = Buffer.from(request, 'latin1')
    const startedAt = performance.now()
    let answered = 0
    let sent = 0
    let failures = 0
    let open = connections
    const isOver = () => sent >= limit || performance.now() - startedAt >= ms
    for (let at = 0; at < connections; at += 1) {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      const next = () => {
        if (isOver()) socket.end()
        else {
          sent += 1
          socket.write(bytes)
        }
      }
      socket.on(
        'data',
        createAnswerReader((isOk) => {
          answered += 1
          if (!isOk) {
            failures += 1
            socket.destroy()
          } else next()
        }),
      )
      socket.once('connect', next)
      socket.on('error', () => (failures += 1))
      socket.once('close', () => {
        open -= 1
        if (open > 0) return
        resolve({ requests: answered, seconds: (performance.now() - startedAt) / 1000, failures })
      })
    }
  })

/** Median time in ms of one request after another, with pauses between them. */
export const measureCalm = async (port: number, request: string, count: number): Promise<number> => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const times: number[] = []
  let answer: (() => void) | null = null
  socket.on(
    'data',
    createAnswerReader(() => answer?.()),
  )
  for (let at = 0; at < count; at += 1) {
    const startedAt = performance.now()
    await new Promise<void>((resolve) => {
      answer = resolve
      socket.write(request, 'latin1')
    })
    times.push(performance.now() - startedAt)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  socket.destroy()
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
