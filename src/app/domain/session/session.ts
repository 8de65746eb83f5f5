import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { SESSION_PATH, type SignIn, session } from '#contract/session.ts'
import { read, send } from '#app/api/client.ts'
import { sessionKey } from '#app/api/session-key.ts'

const accept = { accept: 'application/json' }

/** Who is signed in, and at which upstream. It changes only by signing in or out, which both write it. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ signal }) =>
    read(session, await send({ method: 'GET', target: SESSION_PATH, headers: accept, body: null }, signal)),
  staleTime: Infinity,
  meta: { isPolled: false },
  gcTime: Infinity,
})

/** Signs in. The credential goes into the sealed cookie and is kept nowhere else. */
export const signInMutation = mutationOptions({
  mutationKey: ['sign-in'],
  mutationFn: async (credentials: SignIn) =>
    read(
      session,
      await send({
        method: 'POST',
        target: SESSION_PATH,
        headers: { ...accept, 'content-type': 'application/json' },
        body: JSON.stringify(credentials),
      }),
    ),
  scope: { id: 'session' },
})

/**
 * Signs out.
 *
 * @throws Problem when the server was not reached: the person is still signed in.
 */
export const signOut = async (): Promise<void> => {
  await send({ method: 'DELETE', target: SESSION_PATH, headers: accept, body: null })
}
