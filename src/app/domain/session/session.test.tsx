import { afterEach, describe, expect, it, vi } from 'vitest'
import { SOURCE_HEADER } from '#contract/answer-source.ts'
import type { Session } from '#contract/session.ts'
import { pageSession } from '#app/api/page-session.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { runMutation } from '#app/api/run-mutation.ts'
import { signInMutation } from './session.ts'

const signedInAs = (user: string | null, mark: string | null): Session => ({
  user,
  isNamed: user !== null,
  mark,
  upstream: 'https://bitbucket.example.com',
  signIn: 'own',
  copiesLastMs: null,
  isWatched: false,
  embedded: null,
})

/** Signs in where the gateway starts `started`, and the next request arrives with the cookie of `arrived`. */
const signIn = (started: Session, arrived: Session) => {
  vi.stubGlobal('fetch', (_url: URL, { method }: { method: string }) =>
    Promise.resolve(
      Response.json(method === 'POST' ? started : arrived, { headers: { [SOURCE_HEADER]: 'gateway' } }),
    ),
  )
  return runMutation(createQueryClient(), signInMutation, { token: 't' })
}

afterEach(() => {
  vi.unstubAllGlobals()
  pageSession.bind(null)
})

describe('signing in', () => {
  const own = signedInAs('alice', 'mark-of-alice')

  it('ends when the new session arrived', async () => {
    expect(await signIn(own, own)).toEqual(own)
  })

  it.each([
    ['no session', signedInAs(null, null)],
    ['an earlier session of the same user', signedInAs('alice', 'earlier-mark')],
    ['the session of another user', signedInAs('bob', 'mark-of-bob')],
  ])('reports a lost cookie when %s arrives instead', async (_what, arrived) => {
    await expect(signIn(own, arrived)).rejects.toMatchObject({ kind: 'cookie-lost' })
    expect(pageSession.isOwn(own.mark ?? '')).toBe(true)
    expect(pageSession.isOwn('mark-of-bob')).toBe(false)
  })
})
