import * as v from 'valibot'
import { mirrorServer } from '#contract/mirror-server.ts'
import { operations } from '#contract/operations.ts'
import { parseJson } from '#contract/parse-json.ts'
import type { GatewayProblem } from '#contract/gateway-problem.ts'
import type { RefusalKind } from '#contract/refusal.ts'
import type { SignIn } from '#contract/session.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { answerProblem } from '#gateway/upstream/answer-problem.ts'
import { refusalIn } from '#gateway/upstream/refusal-in.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import type { SealedSession } from './session-seal.ts'

/** `X-AUSERNAME` is URL-encoded; a name that does not decode is kept as it came. */
export const decodedUser = (name: string): string => {
  try {
    return decodeURIComponent(name.replaceAll('+', '%20'))
  } catch {
    return name
  }
}

/** A body as JSON, or `null` when it is none. */
const jsonOf = (text: string): unknown => {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}

/** Bitbucket's own "not now", with its status and how long to wait. */
const busy = ({ status, headers }: Response): GatewayError => {
  const wait = headers.get('retry-after')
  return new GatewayError('upstream-busy', { status, headers: wait === null ? {} : { 'retry-after': wait } })
}

/** What a refusal says about the credentials; `null` where it proves them, since only a user is answered so. */
const refusedSignIn: Record<RefusalKind, GatewayProblem | null> = {
  'signed-out': 'wrong-credentials',
  captcha: 'captcha-required',
  'not-permitted': null,
  'not-found': null,
  'no-mirroring': null,
  conflict: null,
  invalid: null,
  'rate-limited': 'upstream-busy',
  unavailable: 'upstream-busy',
  timeout: 'upstream-unreachable',
  server: 'upstream-unreachable',
}

/** A user as Bitbucket named them, or as they named themselves where a proxy removed that name. */
export type SignedInUser = Pick<SealedSession, 'user' | 'isNamed'>

/**
 * The name that an answer to that question gives, as the header has it. Only Bitbucket's own success or refusal proves
 * that it is a user who asked.
 *
 * @returns empty where the answer proves a user and names none; `null` where Bitbucket refuses the credentials.
 * @throws GatewayError where it proves nothing.
 */
export const provenName = async (response: Response): Promise<string | null> => {
  const { status, headers, ok } = response
  const problem = answerProblem({ status, header: (name) => headers.get(name) })
  if (problem !== null) throw problem
  const text = await response.text()
  const name = headers.get('x-ausername') ?? ''
  const refusal = ok ? null : refusalIn(response, text)
  const failure = refusal === null ? null : refusedSignIn[refusal]
  if (failure === 'wrong-credentials') return null
  if (failure === 'upstream-busy') throw busy(response)
  if (failure !== null) throw new GatewayError(failure)
  const isProven = refusal !== null || (ok && (name !== '' || v.is(mirrorServer, jsonOf(text))))
  if (!isProven) throw new GatewayError('upstream-not-json')
  return name
}

/**
 * Who the credentials belong to, by one question that only a user can ask: their own preference. Any answer
 * to a known user proves the credentials, even "not permitted"; 401 without a name refuses them. It is asked once:
 * repeated failures lock the account behind a CAPTCHA.
 */
export const userOf = async (
  fetchUpstream: UpstreamFetch,
  upstream: string,
  credentials: SignIn,
  authorization: string,
  signal: AbortSignal,
): Promise<SignedInUser> => {
  const response = await fetchUpstream(
    new Request(upstream + operations.getPreferredMirror.path, {
      headers: { accept: 'application/json', authorization },
      signal,
    }),
  )
  const name = await provenName(response)
  if (name === null) throw new GatewayError('wrong-credentials')
  if (name !== '') return { user: decodedUser(name), isNamed: true }
  // A proxy before Bitbucket may remove the header; the answer itself still proves the credentials.
  return { user: 'username' in credentials ? credentials.username : 'Access token', isNamed: false }
}
