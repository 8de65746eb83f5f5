import { createHash } from 'node:crypto'
import { operations } from '#contract/operations.ts'
import { BoundedMap } from '#gateway/http/bounded-map.ts'
import { clientKey } from '#gateway/http/client-address.ts'
import { createConcurrencyLimit } from '#gateway/http/concurrency-limit.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import type { AnswerHead } from '#gateway/upstream/answer-problem.ts'
import type { UpstreamAddress } from '#gateway/upstream/upstream-address.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import {
  type BitbucketCookies,
  type BitbucketPlace,
  bitbucketCookieHeader,
  type KeptCookie,
  keptCookies,
  readBitbucketCookies,
  withKeptCookies,
} from './bitbucket-cookies.ts'
import { isLoginRedirect } from './login-redirect.ts'
import type { BitbucketSession } from './open-session.ts'
import { decodedUser, provenName } from './user-of.ts'
import type { Sessions } from './sessions.ts'

/** How long it holds whose session it is, in ms, before Bitbucket is asked again. A write asks each time. */
const VALID_MS = 30_000

/** Browsers whose person is known at once; an entry is a digest and a name. */
const MAX_KNOWN = 2000

/** Checks of one client address at once: cookies can be made up, and each of them is a question to Bitbucket. */
const PER_ADDRESS = { places: 4, queue: 50, waitMs: 5000 }

/** What came of asking Bitbucket: the session, or nobody. */
type Checked = Omit<BitbucketSession, 'upstream'> | null

const digestOf = (cookies: BitbucketCookies): string =>
  createHash('sha256')
    .update(JSON.stringify([cookies.session, cookies.remember]))
    .digest('base64url')

const linesOf = (kept: readonly KeptCookie[]) => kept.map(({ line }) => line)

/**
 * The sessions that browsers have with Bitbucket itself, by its two cookies. Nothing is sealed or kept: who it is, is
 * asked of Bitbucket, and of that the name stays in memory for {@link VALID_MS}, by a digest of the cookies. Requests
 * that come together share one question, as the cookie that signs in again can be used once.
 */
export const createBitbucketSessions = (options: {
  readonly upstream: UpstreamAddress
  readonly fetchUpstream: UpstreamFetch
  /** Epoch ms. */
  readonly now: () => number
}): Sessions => {
  const { upstream, fetchUpstream, now } = options
  const { hostname, protocol } = new URL(upstream.origin)
  const place: BitbucketPlace = {
    hostname,
    contextPath: upstream.contextPath,
    isSecure: protocol === 'https:',
  }
  const known = new BoundedMap<string, { readonly user: string; readonly checkedAt: number }>(MAX_KNOWN)
  const underWay = new Map<string, Promise<Checked>>()
  const places = createConcurrencyLimit(PER_ADDRESS)

  const ask = async (id: string, cookies: BitbucketCookies): Promise<Checked> => {
    const response = await fetchUpstream(
      new Request(upstream.href + operations.getPreferredMirror.path, {
        headers: { accept: 'application/json', cookie: bitbucketCookieHeader(cookies) },
      }),
    )
    known.delete(id)
    const { status, headers } = response
    if (isLoginRedirect({ status, header: (name) => headers.get(name) }, upstream)) return null
    const name = await provenName(response)
    // Without a name Bitbucket answered anyone who asks.
    if (name === null || name === '') return null
    const kept = keptCookies(headers.getSetCookie(), place)
    const own = withKeptCookies(cookies, kept)
    const user = decodedUser(name)
    const ownId = digestOf(own)
    known.set(ownId, { user, checkedAt: now() })
    return { id: ownId, user, isNamed: true, cookies: own, setCookies: linesOf(kept) }
  }

  const askInTurn = async (
    id: string,
    cookies: BitbucketCookies,
    address: string | null,
  ): Promise<Checked> => {
    const leave =
      address === null
        ? () => undefined
        : await places.enter(clientKey(address), new AbortController().signal)
    if (leave === null) throw new GatewayError('overloaded', { headers: { 'retry-after': '5' } })
    try {
      return await ask(id, cookies)
    } finally {
      leave()
    }
  }

  const check = async (
    id: string,
    cookies: BitbucketCookies,
    address: string | null,
  ): Promise<BitbucketSession | null> => {
    const asked = underWay.get(id) ?? askInTurn(id, cookies, address).finally(() => void underWay.delete(id))
    underWay.set(id, asked)
    const session = await asked
    return session && { ...session, upstream: upstream.href }
  }

  const of: Sessions['of'] = async (cookieHeader, { isFresh = false, address = null } = {}) => {
    const cookies = readBitbucketCookies(cookieHeader)
    if (cookies.session === null && cookies.remember === null) return null
    const id = digestOf(cookies)
    const seen = known.get(id)
    const age = seen === undefined ? Infinity : now() - seen.checkedAt
    if (isFresh || seen === undefined || age < 0 || age >= VALID_MS) return check(id, cookies, address)
    return { id, user: seen.user, isNamed: true, upstream: upstream.href, cookies, setCookies: [] }
  }

  return {
    way: 'bitbucket-session',
    of,
    cookiesFor: (session) => Promise.resolve('cookies' in session ? session.setCookies : []),
    stillLasts: async (session) => {
      if (!('cookies' in session)) return false
      // Nothing that is set can reach the browser any more, so the cookie that would be changed is not used.
      const current = await of(bitbucketCookieHeader({ ...session.cookies, remember: null }))
      return current?.user === session.user
    },
    answered: (session, { head, setCookies, isRead }) => {
      if (!('cookies' in session)) return { problem: null, setCookies: [] }
      const kept = linesOf(keptCookies(setCookies, place))
      const problem = problemWith(session, head, isRead, upstream)
      const isOwn = problem === null && head.header('x-ausername') !== null
      if (!isOwn) known.delete(session.id)
      return { problem, setCookies: kept }
    },
  }
}

/**
 * What an answer says about the session that it was asked with. What Bitbucket answered to nobody, or to another user,
 * is not shown to this one; of a write it is passed on, since it has happened.
 */
const problemWith = (
  { user }: BitbucketSession,
  head: AnswerHead,
  isRead: boolean,
  upstream: UpstreamAddress,
): GatewayError | null => {
  if (isLoginRedirect(head, upstream)) return new GatewayError('signed-out')
  if (!isRead) return null
  const name = head.header('x-ausername') ?? ''
  if (name === '') return head.status < 300 ? new GatewayError('signed-out') : null
  return decodedUser(name) === user ? null : new GatewayError('other-session')
}
