import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { type Session, SESSION_PATH, type SignIn, session } from '#contract/session.ts'
import { postJson, read, readOwn, send } from '#app/api/client.ts'
import { pageSession } from '#app/api/page-session.ts'
import { Problem } from '#app/api/problem.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { announceSession } from './session-channel.ts'

const accept = { accept: 'application/json' }

/** Asks the gateway whose session the browser's cookie is, and binds this page to it. */
export const readSession = async (signal?: AbortSignal): Promise<Session> => {
  const answer = await readOwn(session, SESSION_PATH, signal)
  pageSession.bind(answer.mark)
  return answer
}

/** Who is signed in, and at which upstream. It changes only by signing in or out, which both write it. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: ({ signal }) => readSession(signal),
  staleTime: Infinity,
  meta: { isPolled: false },
  gcTime: Infinity,
})

/** Signs in. The credential goes into the sealed cookie and is kept nowhere else. */
export const signInMutation = mutationOptions({
  mutationKey: ['sign-in'],
  mutationFn: async (credentials: SignIn) => {
    const { mark } = read(session, await postJson(SESSION_PATH, credentials))
    pageSession.bind(mark)
    const arrived = await readSession()
    // Bitbucket said yes, and the next request comes without the cookie, or with that of an earlier session: signing in
    // again would change nothing.
    if (arrived.mark !== mark) {
      // The page stays that of the session which was asked for: it must not act for the one that arrived.
      pageSession.bind(mark)
      throw new Problem({ kind: 'cookie-lost' })
    }
    announceSession(arrived)
    return arrived
  },
  scope: { id: 'session' },
})

/**
 * Signs out.
 *
 * @throws Problem when the server was not reached: the person is still signed in.
 */
export const signOut = async (): Promise<Session> =>
  read(session, await send({ method: 'DELETE', target: SESSION_PATH, headers: accept, body: null }))
