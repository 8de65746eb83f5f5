import { once } from 'node:events'
import { createServer, type IncomingMessage, request as send, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as after } from 'node:timers/promises'
import { portOf } from '#e2e/port-of.ts'
import { type Passwords, readAuthorization } from './credentials.ts'
import { type Fate, fateOf, type WireFault } from './wire-faults.ts'

/** A write as Bitbucket received it: what the console shows is judged by these. */
export type Arrival = {
  readonly method: string
  /** Below the host, without a query. */
  readonly path: string
  /** The account whose credentials came with it; `null` for none that exists. */
  readonly user: string | null
  readonly body: string
  /** How Bitbucket answered, whether or not the console got the answer; `null` until it has. */
  status: number | null
}

/** The way from the console to Bitbucket. It keeps every write that went through, and fails on demand. */
export type FaultWire = {
  readonly url: string
  readonly arrivals: readonly Arrival[]
  /** From now on requests fare so; `null` ends it, and what hung until now breaks off. */
  readonly setFault: (fault: WireFault | null) => void
  readonly close: () => Promise<void>
}

const SENTINEL_PATH = '/rest/mirroring/latest/repos/'

/** No run waits half a minute because an answer says so. */
const LONGEST_RETRY_S = 2

/** Starts it before the Bitbucket at `target`, whose accounts have these passwords here. */
export const startFaultWire = async (target: string, passwords: Passwords): Promise<FaultWire> => {
  const arrivals: Arrival[] = []
  const open = new Set<ServerResponse>()
  let fault: WireFault | null = null

  const passOn = async (incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer, fate: Fate) => {
    const { method = 'GET', url = '/', headers } = incoming
    if (fate.kind === 'refused') {
      outgoing.destroy()
      return
    }
    const known = readAuthorization(headers.authorization, passwords)
    const isAsked = fate.kind === 'sentinel'
    const arrival =
      isAsked || method === 'GET' || method === 'HEAD'
        ? null
        : {
            method,
            path: new URL(url, target).pathname,
            user: known.user,
            body: body.toString(),
            status: null as number | null,
          }
    if (arrival !== null) arrivals.push(arrival)
    if (fate.kind === 'passed') await after(fate.delayMs)
    const onward = send(
      new URL(isAsked ? SENTINEL_PATH + fate.name : url, target),
      {
        method: isAsked ? 'GET' : method,
        headers: {
          ...headers,
          host: new URL(target).host,
          ...(known.header !== undefined && { authorization: known.header }),
          ...(isAsked && { 'content-length': '0' }),
        },
      },
      (answer) => {
        if (arrival !== null) arrival.status = answer.statusCode ?? null
        if (fate.kind === 'passed' && fate.isAnswerLost) {
          outgoing.destroy()
          answer.resume()
          return
        }
        const retry = answer.headers['retry-after']
        outgoing.writeHead(answer.statusCode ?? 502, {
          ...answer.headers,
          ...(retry !== undefined && { 'retry-after': String(Math.min(Number(retry), LONGEST_RETRY_S)) }),
        })
        answer.on('error', () => outgoing.destroy())
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    onward.end(isAsked ? undefined : body)
  }

  const server = createServer((incoming, outgoing) => {
    open.add(outgoing)
    outgoing.on('close', () => open.delete(outgoing))
    const isWrite = incoming.method !== 'GET' && incoming.method !== 'HEAD'
    const fate = fateOf(fault, isWrite)
    buffer(incoming)
      .then((body) => passOn(incoming, outgoing, body, fate))
      .catch(() => outgoing.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    arrivals,
    setFault: (next) => {
      const wasHanging = fault === 'never-answers'
      fault = next
      if (wasHanging) for (const outgoing of open) outgoing.destroy()
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
