import type { FleetCheck, FleetCheckEnd } from '#contract/fleet-check.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { operations } from '#contract/operations.ts'
import type { ConcurrencyLimit } from '#gateway/http/concurrency-limit.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { LINES_TYPE } from '#gateway/http/lines-type.ts'
import type { SealedSession } from '#gateway/session/session-seal.ts'
import { readWholeList } from '#gateway/upstream/read-whole-list.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import type { CheckStatus, StatusCheck } from './status-checks.ts'

/** How old an answer may be that another caller got, in ms. */
const SHARED_MS = 15_000

/** The same for a caller who wants to know now: only what came while the question was on its way. */
const FRESH_MS = 2000

/** Which mirrors to ask: those that are named, or all; never one that Bitbucket lists as disabled. */
const targetsOf = (rows: readonly MirrorServer[], named: readonly string[]): readonly MirrorServer[] =>
  rows.filter(({ id, enabled }) => enabled !== false && (named.length === 0 || named.includes(id)))

/** The line of one mirror; its clock is compared with Bitbucket's, since these two sign and read links. */
const lineOf = (mirrorId: string, check: StatusCheck, upstreamClockMs: number | null): FleetCheck => ({
  ...check,
  mirrorId,
  clockDifferenceMs:
    check.clockDifferenceMs === null ? null : check.clockDifferenceMs - (upstreamClockMs ?? 0),
})

/**
 * `GET`: reads the list of mirrors as the caller, asks each mirror for its own status, and answers a line of JSON for
 * each as it comes, so that one that hangs delays no other.
 */
export const createFleetEndpoint = (options: {
  readonly upstream: string
  readonly fetchUpstream: UpstreamFetch
  readonly checkStatus: CheckStatus
  readonly concurrencyLimit: ConcurrencyLimit
  readonly now: () => number
}) => {
  const { upstream, fetchUpstream, checkStatus, concurrencyLimit, now } = options

  const readMirrors = async (session: SealedSession, signal: AbortSignal) => {
    const leave = await concurrencyLimit.enter(session.user, signal)
    if (leave === null) throw new GatewayError('overloaded', { headers: { 'retry-after': '5' } })
    try {
      const { path, result: schema } = operations.listMirrors
      return await readWholeList({
        fetchUpstream,
        address: upstream + path,
        schema,
        idOf: ({ id }) => id,
        authorization: session.authorization,
        signal,
        now,
      })
    } finally {
      leave()
    }
  }

  /** @throws GatewayError, or UpstreamRefusal when Bitbucket does not list its mirrors to this user. */
  return async (request: Request, session: SealedSession | null): Promise<Response> => {
    if (request.method !== 'GET') {
      throw new GatewayError('not-in-contract', { status: 405, headers: { allow: 'GET' } })
    }
    if (session === null) throw new GatewayError('signed-out')
    const { searchParams } = new URL(request.url)
    const notBefore = now() - (searchParams.has('fresh') ? FRESH_MS : SHARED_MS)
    const { rows, clockDifferenceMs: upstreamClockMs } = await readMirrors(session, request.signal)
    const targets = targetsOf(rows, searchParams.getAll('mirror'))
    const left = new AbortController()
    const signal = AbortSignal.any([left.signal, request.signal])
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      start: async (controller) => {
        const write = (line: FleetCheck | FleetCheckEnd) => {
          if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
        }
        // An empty line, so that the head goes out at once: a caller behind a slow fleet knows that it is asked.
        controller.enqueue(encoder.encode('\n'))
        await Promise.all(
          targets.map(async ({ id, baseUrl }) => {
            write(lineOf(id, await checkStatus(baseUrl, { notBefore, signal }), upstreamClockMs))
          }),
        )
        write({ asked: targets.length })
        if (!signal.aborted) controller.close()
      },
      cancel: () => left.abort(),
    })
    return new Response(body, {
      headers: {
        'content-type': LINES_TYPE,
        // Proxies would keep lines back until they have enough of them.
        'x-accel-buffering': 'no',
      },
    })
  }
}
