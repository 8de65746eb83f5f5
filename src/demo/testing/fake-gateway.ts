import { type AnswerSource, SOURCE_HEADER } from '#contract/answer-source.ts'
import { http, type RequestHandler } from 'msw'
import { answerProblem } from '#gateway/upstream/answer-problem.ts'
import { createEndpoints } from '#gateway/endpoints.ts'
import type { Watched } from '#gateway/watch/watched.ts'
import { GatewayError, gatewayErrorResponse } from '#gateway/http/gateway-error.ts'
import { createBitbucketSessions } from '#gateway/session/bitbucket-sessions.ts'
import { forwardedCredentialOf } from '#gateway/session/open-session.ts'
import { createSessions } from '#gateway/session/sessions.ts'
import { readUpstreamAddress } from '#gateway/upstream/upstream-address.ts'
import type { SignInWay } from '#contract/sign-in-way.ts'
import type { ListBehaviour } from '#upstream/list-names.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { createSmallBitbucket, type SmallBitbucket } from '#upstream/small-bitbucket.ts'
import { askInMemory } from '#static-demo/ask-in-memory.ts'
import type { FaultSwitch } from './faults/fault-switch.ts'

/** A gateway and a small Bitbucket in memory. */
export type FakeGateway = {
  readonly handlers: readonly RequestHandler[]
  /** What went over the wire, as `METHOD /path?query`. */
  readonly traffic: string[]
  /** Requests that neither the gateway nor Bitbucket would answer; a test with one of them fails. */
  readonly strays: string[]
  /** Acts as another user: asks Bitbucket directly, without the app. */
  readonly bitbucket: SmallBitbucket
  /** Forgets the session, as if it had expired. */
  readonly expireSession: () => void
  /** Signs the browser in at Bitbucket itself, by its form. */
  readonly signInAtBitbucket: (name: string) => Promise<void>
}

const UPSTREAM = 'http://bitbucket.test'

/** A test does not wait for a status as long as a person. */
const ASK_LIMITS = { status: 300, repository: 60_000 }

/** How long the certificates of mirrors on https still last, in ms. */
const CERTIFICATE_LASTS_MS = 5.5 * 86_400_000

/** What the front door does with every answer: it says who wrote it. */
const marked = (response: Response, source: AnswerSource): Response => {
  if (!response.headers.has(SOURCE_HEADER)) response.headers.set(SOURCE_HEADER, source)
  return response
}

/**
 * The gateway's own endpoints and sessions, and the small Bitbucket behind them, as one MSW handler: the app under
 * test sends real requests, and nothing between it and Bitbucket's state is a stub. The forwarding over sockets is
 * left out; it has tests of its own.
 *
 * @param watched a watch and what it has seen; `null` where nobody watches.
 * @param lists how Bitbucket gives its lists.
 * @param way how people sign in.
 * @param faults what a test breaks between browser, gateway, Bitbucket and mirrors; nothing where absent.
 */
export const createFakeGateway = (
  seed: SeedName,
  watched: Watched | null = null,
  lists: ListBehaviour = 'plain',
  way: SignInWay = 'own',
  faults: FaultSwitch | null = null,
): FakeGateway => {
  const bitbucket: SmallBitbucket = createSmallBitbucket({
    seed,
    lists,
    now: () => Date.now() + (faults?.clockMs() ?? 0),
    baseUrl: UPSTREAM,
    mirrorOrigin: (key) => `http://${key}.mirrors.test`,
  })
  const sessions =
    way === 'own'
      ? createSessions({
          keys: [crypto.getRandomValues(new Uint8Array(32))],
          upstream: UPSTREAM,
          isSecure: false,
          now: Date.now,
        })
      : createBitbucketSessions({
          upstream: readUpstreamAddress(UPSTREAM),
          fetchUpstream: (request) => bitbucket.fetch(request),
          now: Date.now,
        })
  const fetchUpstream = (request: Request): Promise<Response> => {
    const ask = () => bitbucket.fetch(request)
    return faults === null ? ask() : faults.upstream(request, ask)
  }
  const askMirror = askInMemory(bitbucket, ASK_LIMITS, CERTIFICATE_LASTS_MS)
  const endpoints = createEndpoints({
    upstream: UPSTREAM,
    embedded: { accounts: bitbucket.accounts.map(({ name, password, role }) => ({ name, password, role })) },
    sessions,
    fetchUpstream,
    askMirror:
      faults === null
        ? askMirror
        : (link, signal) => faults.mirror(link, () => askMirror(link, signal), signal),
    watched,
    now: () => Date.now() + (faults?.clockMs() ?? 0),
  })
  const traffic: string[] = []
  const strays: string[] = []
  let cookie = ''

  const answer = async (request: Request): Promise<Response> => {
    const { pathname, search, origin } = new URL(request.url)
    traffic.push(`${request.method} ${pathname}${search}`)
    const headers = new Headers(request.headers)
    headers.set('cookie', cookie)
    headers.set('origin', origin)
    const body = request.body === null ? null : await request.text()
    if (pathname.startsWith('/-/')) {
      const response = await endpoints(new Request(request.url, { method: request.method, headers, body }))
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
      return marked(response, 'gateway')
    }
    if (!pathname.startsWith('/rest/')) {
      strays.push(`${request.method} ${pathname}`)
      return Response.error()
    }
    const session = await sessions.of(cookie)
    if (session === null && !pathname.endsWith('/application-properties')) {
      return marked(gatewayErrorResponse(new GatewayError('signed-out')), 'gateway')
    }
    headers.delete('cookie')
    const credential: Readonly<Record<string, string>> =
      session === null ? {} : { ...forwardedCredentialOf(session) }
    for (const [name, value] of Object.entries(credential)) headers.set(name, value)
    const response = await fetchUpstream(
      new Request(UPSTREAM + pathname + search, { method: request.method, headers, body }),
    )
    const problem = answerProblem({
      status: response.status,
      header: (name) => response.headers.get(name),
    })
    return problem === null ? marked(response, 'upstream') : marked(gatewayErrorResponse(problem), 'gateway')
  }

  const answerBrowser = (request: Request): Promise<Response> =>
    faults === null ? answer(request) : faults.front(request, () => answer(request))
  const handlers = [http.all('*', ({ request }) => answerBrowser(request))]
  return {
    handlers,
    traffic,
    strays,
    bitbucket,
    signInAtBitbucket: async (name) => {
      const answered = await bitbucket.fetch(
        new Request(`${UPSTREAM}/j_atl_security_check`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin: UPSTREAM },
          body: new URLSearchParams({ j_username: name, j_password: name }).toString(),
        }),
      )
      cookie = answered.headers.get('set-cookie')?.split(';')[0] ?? ''
    },
    expireSession: () => {
      cookie = ''
    },
  }
}
