import * as v from 'valibot'
import { type Session, type SignIn, signIn } from '#contract/session.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonAnswer } from '#gateway/http/json-answer.ts'
import { readJsonBody } from '#gateway/http/read-json-body.ts'
import { type SignedInUser, userOf } from '#gateway/session/user-of.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import type { SmallBitbucketAccount } from '#upstream/small-bitbucket.ts'

type Open = SignedInUser & { readonly authorization: string; readonly id: string }

const basic = (username: string, password: string): string =>
  `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)))}`

const authorizationOf = (credentials: SignIn): string =>
  'token' in credentials ? `Bearer ${credentials.token}` : basic(credentials.username, credentials.password)

const opened = (user: SignedInUser, authorization: string): Open => ({
  ...user,
  authorization,
  id: crypto.randomUUID(),
})

/**
 * The one session of a page, in its memory: it begins as the first of the accounts, and ends with the page. Signing in
 * and out work as at the gateway.
 */
export const createPageSession = (
  upstream: string,
  accounts: readonly SmallBitbucketAccount[],
  fetchUpstream: UpstreamFetch,
) => {
  const [first] = accounts
  let open: Open | null =
    first === undefined
      ? null
      : opened({ user: first.name, isNamed: true }, basic(first.name, first.password))

  const state = (): Session => ({
    user: open?.user ?? null,
    isNamed: open?.isNamed ?? false,
    mark: open?.id ?? null,
    upstream,
    signIn: 'own',
    copiesLastMs: null,
    isWatched: false,
    embedded: { accounts: accounts.map(({ name, password, role }) => ({ name, password, role })) },
  })

  const enter = async (request: Request): Promise<void> => {
    const read = v.safeParse(signIn, await readJsonBody(request))
    if (!read.success) {
      const [{ kind, message }] = read.issues
      throw new GatewayError('bad-request', kind === 'validation' ? { message } : {})
    }
    const authorization = authorizationOf(read.output)
    const user = await userOf(fetchUpstream, upstream, read.output, authorization, request.signal)
    open = opened(user, authorization)
  }

  return {
    /** Who is signed in, with what Bitbucket knows them by; `null` when signed out. */
    current: (): Open | null => open,
    /** Answers what is asked of the session resource. @throws GatewayError when it is refused. */
    answer: async (request: Request): Promise<Response> => {
      if (request.method === 'POST') await enter(request)
      else if (request.method === 'DELETE') open = null
      else if (request.method !== 'GET') throw new GatewayError('not-in-contract', { status: 405 })
      return jsonAnswer(200, state())
    },
  }
}
