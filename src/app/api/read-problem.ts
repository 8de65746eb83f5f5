import * as v from 'valibot'
import { SOURCE_HEADER } from '#contract/answer-source.ts'
import type { GatewayProblem } from '#contract/gateway-problem.ts'
import { parseJson } from '#contract/parse-json.ts'
import { refusalOf } from '#contract/refusal.ts'
import { type RestErrors, restErrors } from '#contract/rest-errors.ts'
import { Problem, type ProblemKind } from './problem.ts'

/** A wait longer than this is not believed: a wrong header must not silence the console for a day. */
const MAX_RETRY_AFTER_MS = 300_000

const kindOfGateway: Record<GatewayProblem, ProblemKind> = {
  'signed-out': 'signed-out',
  'other-session': 'other-session',
  'unmarked-write': 'unmarked-write',
  'not-in-contract': 'invalid',
  'bad-request': 'invalid',
  'cross-site': 'invalid',
  'foreign-host': 'invalid',
  'body-too-large': 'invalid',
  'wrong-media-type': 'invalid',
  'already-sent': 'unreadable',
  overloaded: 'console-busy',
  'upstream-busy': 'unavailable',
  'upstream-unreachable': 'unreachable',
  'upstream-certificate': 'certificate',
  'upstream-timeout': 'timeout',
  'upstream-redirect': 'not-bitbucket',
  'upstream-not-json': 'not-bitbucket',
  'upstream-too-large': 'too-large',
  'wrong-credentials': 'wrong-credentials',
  'too-many-sign-ins': 'too-many-sign-ins',
  'captcha-required': 'captcha',
  internal: 'server',
}

const isGatewayProblem = (kind: string | null): kind is GatewayProblem =>
  kind !== null && Object.hasOwn(kindOfGateway, kind)

/** Statuses by which a proxy says that what it stands before is away (RFC 9110, 15.6.3 to 15.6.5). */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504])

/** Reads `Retry-After` (seconds or a date) as ms from `now`; absurd values are capped, unreadable ones are `null`. */
export const retryAfterMs = (
  header: string | null,
  now: number,
  longestMs = MAX_RETRY_AFTER_MS,
): number | null => {
  if (header === null) return null
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), longestMs)
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

/** What a refusal means, by who wrote it: the gateway, Bitbucket behind it, or something that is neither. */
const kindOf = ({ status, headers }: Response, { errors, kind }: RestErrors): ProblemKind => {
  const source = headers.get(SOURCE_HEADER)
  if (source === 'gateway') {
    // A load balancer's own 429 comes through the gateway; the wait it asks for is what matters.
    if (kind === 'upstream-busy' && status === 429) return 'rate-limited'
    return isGatewayProblem(kind) ? kindOfGateway[kind] : 'server'
  }
  if (source === 'upstream') {
    return refusalOf({ status, errors, hasUser: headers.has('x-ausername') }) ?? 'not-bitbucket'
  }
  return AWAY.has(status) ? 'console-away' : 'not-console'
}

/**
 * Turns an answer that is not the gateway's success into a {@link Problem}. Only what bears the gateway's mark is an
 * answer of the gateway, and only what has Bitbucket's `errors[]` is a refusal of Bitbucket.
 */
export const readProblem = async (response: Response, now = Date.now()): Promise<Problem> => {
  const body = errorsOf(await response.text().catch(() => ''))
  const kind = kindOf(response, body)
  return new Problem({
    kind,
    status: response.status,
    errors: body.errors,
    retryAfterMs: retryAfterMs(
      response.headers.get('retry-after'),
      now,
      // The console's own word, and it silences nothing but the sign-in.
      kind === 'too-many-sign-ins' ? Infinity : undefined,
    ),
  })
}
