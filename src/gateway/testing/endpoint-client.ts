import { createEndpoints, type EndpointOptions } from '#gateway/endpoints.ts'
import { SESSION_HEADER } from '#contract/session.ts'
import { sessionMark } from '#gateway/session/session-mark.ts'
import { readSessionKeys } from '#gateway/session/session-keys.ts'
import { createSessions } from '#gateway/session/sessions.ts'
import { OWN_HEADERS } from './running-gateway.ts'
import { sessionKey } from './session-key.ts'

const ORIGIN = 'http://127.0.0.1:7991'
/** The upstream of {@link endpointClient}. */
export const UPSTREAM = 'https://bitbucket.example.com'

type Given = Pick<EndpointOptions, 'fetchUpstream'> & Partial<EndpointOptions>

/** The gateway's own endpoints with a browser before them: it sends what the console sends and keeps its cookie. */
export const endpointClient = (given: Given, jar = { cookie: '' }) => {
  const now = given.now ?? (() => 1_700_000_000_000)
  const sessions =
    given.sessions ??
    createSessions({
      keys: readSessionKeys(sessionKey('endpoint client')),
      upstream: UPSTREAM,
      isSecure: false,
      now,
    })
  /** The page knows the mark of its session. */
  const markHeader = async (): Promise<Record<string, string>> => {
    const session = await sessions.of(jar.cookie)
    return session === null ? {} : { [SESSION_HEADER]: sessionMark(session) }
  }
  const endpoints = createEndpoints({
    upstream: UPSTREAM,
    embedded: null,
    now,
    sessions,
    askMirror: () => Promise.reject(new Error('No mirror was to be asked')),
    ...given,
  })
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = OWN_HEADERS,
  ) => {
    const response = await endpoints(
      new Request(ORIGIN + path, {
        method,
        headers: {
          ...(await markHeader()),
          ...headers,
          cookie: jar.cookie,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
    const setCookie = response.headers.get('set-cookie')
    if (setCookie !== null) jar.cookie = setCookie.split(';')[0] ?? ''
    return response
  }
  return { send, jar }
}
