import * as v from 'valibot'
import { type Session, SESSION_HEADER, type SignIn, signIn } from '#contract/session.ts'
import { GatewayError, JSON_TYPE } from '#gateway/http/gateway-error.ts'
import { clientKey } from '#gateway/http/client-address.ts'
import { createConcurrencyLimit } from '#gateway/http/concurrency-limit.ts'
import { readJsonBody } from '#gateway/http/read-json-body.ts'
import type { OpenSession } from './open-session.ts'
import { requireOwnSession, sessionMark } from './session-mark.ts'
import type { OwnSessions, Sessions } from './sessions.ts'
import { createSignInAttempts, type SignInResult } from './sign-in-attempts.ts'
import { type SignedInUser, userOf } from './user-of.ts'
import { errorCode } from '#gateway/upstream/network-error.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'

/** Sign-ins of one client address that are checked at once; others of it wait, and other addresses do not. */
const PER_ADDRESS = { places: 4, queue: 50, waitMs: 5000 }

const authorizationOf = (credentials: SignIn): string =>
  'token' in credentials
    ? `Bearer ${credentials.token}`
    : `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`, 'utf8').toString('base64')}`

/** Codes of connections that never came about. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const wasNeverSent = (error: GatewayError): boolean =>
  error.kind === 'overloaded' ||
  error.kind === 'upstream-certificate' ||
  NEVER_SENT.has(errorCode(error) ?? '')

/** Whether a proxy can have put an answer with this status in the place of Bitbucket's refusal of credentials. */
const mayBeRefusal = (status: number): boolean =>
  status < 400 || status === 401 || status === 403 || status === 504

/**
 * What a failed check says about the credentials. Bitbucket may have counted a failure although its answer was lost, or
 * replaced by the login page of a proxy; an outage counts for no account.
 *
 * @param status of the answer; `null` where none came.
 */
const resultOf = (error: unknown, status: number | null): SignInResult => {
  if (!(error instanceof GatewayError)) return 'unknown'
  if (error.kind === 'wrong-credentials' || error.kind === 'captcha-required') return 'wrong'
  const isChecked = status === null ? !wasNeverSent(error) : mayBeRefusal(status)
  return isChecked ? 'unknown' : 'not-checked'
}

/** `GET` who is signed in, `POST` sign in, `DELETE` sign out: each answers what is true afterwards. */
export const createSessionEndpoint = (options: {
  readonly upstream: string
  readonly embedded: Session['embedded']
  readonly copiesLastMs?: number | null
  readonly isWatched?: boolean
  readonly sessions: Sessions | OwnSessions
  readonly fetchUpstream: UpstreamFetch
  /** Epoch ms. */
  readonly now: () => number
}) => {
  const { upstream, embedded, copiesLastMs = null, isWatched = false, sessions, fetchUpstream, now } = options
  const attempts = createSignInAttempts(now)
  const places = createConcurrencyLimit(PER_ADDRESS)

  /** @throws GatewayError when the credentials are wrong, cannot be checked now, or failed too often. */
  const checked = async (
    credentials: SignIn,
    authorization: string,
    address: string | null,
    signal: AbortSignal,
  ): Promise<SignedInUser> => {
    const key = address === null ? null : clientKey(address)
    const report = attempts.begin('username' in credentials ? credentials.username : null, key)
    const leave = key === null ? () => undefined : await places.enter(key, signal)
    if (leave === null) {
      report('not-checked')
      throw new GatewayError('overloaded', { headers: { 'retry-after': '5' } })
    }
    let status: number | null = null
    const ask: UpstreamFetch = async (request) => {
      const answered = await fetchUpstream(request)
      ;({ status } = answered)
      return answered
    }
    try {
      const user = await userOf(ask, upstream, credentials, authorization, signal)
      report('right')
      return user
    } catch (error) {
      report(resultOf(error, status))
      throw error
    } finally {
      leave()
    }
  }

  const answer = (current: OpenSession | null, cookies: readonly string[]): Response => {
    const body: Session = {
      user: current?.user ?? null,
      isNamed: current?.isNamed ?? false,
      mark: current === null ? null : sessionMark(current),
      upstream,
      signIn: sessions.way,
      copiesLastMs,
      isWatched,
      embedded,
    }
    const headers = new Headers({ 'content-type': JSON_TYPE })
    for (const cookie of cookies) headers.append('set-cookie', cookie)
    return new Response(JSON.stringify(body), { headers })
  }
  /** @throws GatewayError when sign-in fails or the method is none of the three. */
  return async (request: Request, session: OpenSession | null, address: string | null): Promise<Response> => {
    if (request.method === 'GET') {
      return answer(session, session === null ? [] : await sessions.cookiesFor(session))
    }
    // Bitbucket's own sessions begin and end on its own pages.
    if (!('start' in sessions)) {
      throw new GatewayError('not-in-contract', { status: 405, headers: { allow: 'GET' } })
    }
    if (request.method === 'DELETE') {
      requireOwnSession(session, request.method, request.headers.get(SESSION_HEADER))
      return answer(null, [sessions.end(session)])
    }
    if (request.method !== 'POST') {
      throw new GatewayError('not-in-contract', { status: 405, headers: { allow: 'GET, POST, DELETE' } })
    }
    const read = v.safeParse(signIn, await readJsonBody(request))
    if (!read.success) {
      const [issue] = read.issues
      // Only a problem with the value of a field has a message for people, and none of these repeats the value.
      const isOfField = issue.kind === 'validation'
      throw new GatewayError('bad-request', {
        message: isOfField
          ? issue.message
          : 'Sign in with an access token, or with a user name and a password.',
      })
    }
    const authorization = authorizationOf(read.output)
    // A header cannot carry it: line breaks and characters beyond Latin-1 are in no token that Bitbucket made.
    if (!/^[\x20-\x7e]+$/.test(authorization)) throw new GatewayError('wrong-credentials')
    const { user, isNamed } = await checked(read.output, authorization, address, request.signal)
    const cookie = await sessions.start(user, authorization, isNamed)
    sessions.end(session)
    return answer(await sessions.of(cookie), [cookie])
  }
}
