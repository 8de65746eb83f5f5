import * as v from 'valibot'
import type { GatewayProblem } from '#contract/gateway-problem.ts'
import { parseJson } from '#contract/parse-json.ts'
import { type RestErrors, restErrors } from '#contract/rest-errors.ts'
import { Problem, type ProblemKind } from './problem.ts'

/** A wait longer than this is not believed: a wrong header must not silence the console for a day. */
const MAX_RETRY_AFTER_MS = 300_000

const kindOfGateway: Record<GatewayProblem, ProblemKind> = {
  'signed-out': 'signed-out',
  'not-in-contract': 'invalid',
  'bad-request': 'invalid',
  'cross-site': 'invalid',
  'foreign-host': 'invalid',
  'body-too-large': 'invalid',
  'wrong-media-type': 'invalid',
  'already-sent': 'unreadable',
  overloaded: 'unavailable',
  'upstream-unreachable': 'unreachable',
  'upstream-certificate': 'certificate',
  'upstream-timeout': 'timeout',
  'upstream-redirect': 'not-bitbucket',
  'upstream-not-json': 'not-bitbucket',
  'upstream-too-large': 'too-large',
  'wrong-credentials': 'wrong-credentials',
  'too-many-sign-ins': 'rate-limited',
  'captcha-required': 'captcha',
  internal: 'server',
}

const isGatewayProblem = (kind: string | null): kind is GatewayProblem =>
  kind !== null && Object.hasOwn(kindOfGateway, kind)

/**
 * 401 also means "signed in, but not permitted": the header with the user's name decides.
 * Source: Bitbucket's REST answers; `X-AUSERNAME` names the authenticated user.
 */
const kindOfStatus = (status: number, isKnownUser: boolean): ProblemKind => {
  if (status === 401) return isKnownUser ? 'not-permitted' : 'signed-out'
  if (status === 403) return 'not-permitted'
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 429) return 'rate-limited'
  if (status === 503) return 'unavailable'
  if (status === 504) return 'timeout'
  return status >= 400 && status < 500 ? 'invalid' : 'server'
}

/** Reads `Retry-After` (seconds or a date) as ms from `now`; absurd values are capped, unreadable ones are `null`. */
export const retryAfterMs = (header: string | null, now: number): number | null => {
  if (header === null) return null
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS)
}

const errorsOf = (body: string): RestErrors => {
  try {
    const read = v.safeParse(restErrors, parseJson(body))
    if (read.success) return read.output
  } catch {
    // A body that is no JSON says nothing that the status does not say.
  }
  return { errors: [], kind: null }
}

/** Turns an answer that is not 2xx into a {@link Problem}. */
export const readProblem = async (response: Response, now = Date.now()): Promise<Problem> => {
  const { errors, kind } = errorsOf(await response.text().catch(() => ''))
  // A load balancer's own 429 comes through the gateway as "overloaded"; the wait it asks for is what matters.
  const isLimited = response.status === 429
  return new Problem({
    kind:
      isGatewayProblem(kind) && !isLimited
        ? kindOfGateway[kind]
        : kindOfStatus(response.status, response.headers.has('x-ausername')),
    status: response.status,
    errors,
    retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now),
  })
}
