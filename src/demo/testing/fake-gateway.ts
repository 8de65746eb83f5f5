import { http, type RequestHandler } from 'msw'
import { createEndpoints } from '#gateway/endpoints.ts'
import { createSessions } from '#gateway/sessions.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { createSmallBitbucket, type SmallBitbucket } from '#upstream/small-bitbucket.ts'
import { askInMemory } from './ask-in-memory.ts'

/** What went over the wire, as `METHOD /path?query`. */
export type Traffic = string[]

const UPSTREAM = 'http://bitbucket.test'

/**
 * The gateway's own endpoints and sessions, and the small Bitbucket behind them, as one MSW handler: the app under
 * test sends real requests, and nothing between it and Bitbucket's state is a stub. The forwarding over sockets is
 * left out; it has tests of its own.
 */
export const createFakeGateway = (seed: SeedName) => {
  const bitbucket: SmallBitbucket = createSmallBitbucket({
    seed,
    baseUrl: UPSTREAM,
    mirrorOrigin: (key) => `http://${key}.mirrors.test`,
  })
  const sessions = createSessions({
    keys: [crypto.getRandomValues(new Uint8Array(32))],
    upstream: UPSTREAM,
    isSecure: false,
    now: Date.now,
  })
  const endpoints = createEndpoints({
    upstream: UPSTREAM,
    embedded: { accounts: bitbucket.accounts.map(({ name, password, role }) => ({ name, password, role })) },
    sessions,
    fetchUpstream: (request) => bitbucket.fetch(request),
    askMirror: askInMemory(bitbucket),
    now: Date.now,
  })
  const traffic: Traffic = []
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
      return response
    }
    if (!pathname.startsWith('/rest/')) throw new Error(`Nobody answers ${request.method} ${pathname}.`)
    const session = await sessions.of(cookie)
    if (session !== null) headers.set('authorization', session.authorization)
    headers.delete('cookie')
    return bitbucket.fetch(
      new Request(UPSTREAM + pathname + search, { method: request.method, headers, body }),
    )
  }

  const handlers: RequestHandler[] = [http.all('*', ({ request }) => answer(request))]
  return {
    handlers,
    traffic,
    /** For "somebody else": asks Bitbucket directly, past the app. */
    bitbucket,
    /** Forgets the session, as if it had expired. */
    expireSession: () => {
      cookie = ''
    },
  }
}

/** A gateway and a small Bitbucket in memory. */
export type FakeGateway = ReturnType<typeof createFakeGateway>
