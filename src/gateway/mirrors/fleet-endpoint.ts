import type { FleetCheckEnd } from '#contract/fleet-check.ts'
import type { ForwardLimit } from '#gateway/forward/forward-limit.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonLines, LINES_TYPE } from '#gateway/http/json-lines.ts'
import { ownerOf } from '#gateway/session/session-owner.ts'
import { requireReader } from '#gateway/session/require-reader.ts'
import type { OpenSession } from '#gateway/session/open-session.ts'
import { lineOf, targetsOf } from './fleet-lines.ts'
import type { ReadOwnMirrors } from './read-mirrors.ts'
import type { CheckStatus } from './status-checks.ts'

/** How old an answer may be that another caller got, in ms. */
const SHARED_MS = 15_000

/** The same for a caller who wants to know now: only what came while the question was on its way. */
const FRESH_MS = 2000

/** Names of mirrors in one request; a caller with more asks for all. */
const MAX_NAMED = 100

/** @throws GatewayError for anything but `mirror`, repeated or not, and `fresh`. */
const readQuery = (search: URLSearchParams) => {
  const named = search.getAll('mirror')
  const isKnown = [...search.keys()].every((name) => name === 'mirror' || name === 'fresh')
  if (!isKnown || named.length > MAX_NAMED) throw new GatewayError('bad-request')
  return { named, sharedMs: search.has('fresh') ? FRESH_MS : SHARED_MS }
}

const overloaded = () => new GatewayError('overloaded', { headers: { 'retry-after': '5' } })

/**
 * `GET`: reads the list of mirrors as the caller, asks each mirror for its own status, and answers a line of JSON for
 * each as it comes, so that one that hangs delays no other.
 */
export const createFleetEndpoint = (options: {
  readonly readOwnMirrors: ReadOwnMirrors
  readonly checkStatus: CheckStatus
  /** Callers whose lines are under way. */
  readonly callers: ForwardLimit
  readonly now: () => number
}) => {
  const { readOwnMirrors, checkStatus, callers, now } = options

  /** @throws GatewayError, or UpstreamRefusal when Bitbucket does not list its mirrors to this user. */
  return async (request: Request, caller: OpenSession | null): Promise<Response> => {
    const session = requireReader(request, caller)
    const { named, sharedMs } = readQuery(new URL(request.url).searchParams)
    const notBefore = now() - sharedMs
    const leave = callers.enter(ownerOf(session))
    if (leave === null) throw overloaded()
    let isStreaming = false
    try {
      const { rows, clockDifferenceMs } = await readOwnMirrors(session, request.signal)
      const targets = targetsOf(rows, named)
      const body = jsonLines(async (write, signal) => {
        try {
          await Promise.all(
            targets.map(async ({ id, baseUrl }) => {
              write(lineOf(id, await checkStatus(baseUrl, { notBefore, signal }), clockDifferenceMs))
            }),
          )
          write({ asked: targets.length } satisfies FleetCheckEnd)
        } finally {
          leave()
        }
      }, request.signal)
      isStreaming = true
      // Proxies would keep lines back until they have enough of them.
      return new Response(body, { headers: { 'content-type': LINES_TYPE, 'x-accel-buffering': 'no' } })
    } finally {
      if (!isStreaming) leave()
    }
  }
}
