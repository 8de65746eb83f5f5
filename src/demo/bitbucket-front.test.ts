import { expect, it } from 'vitest'
import * as v from 'valibot'
import { session } from '#contract/session.ts'
import { builtRoot } from './testing/built-root.ts'
import { startProgram } from './testing/start-program.ts'

it('a start with the session of Bitbucket puts both on one origin', { timeout: 20_000 }, async () => {
  const program = startProgram(
    'src/demo/start.ts',
    { PORT: '0', SKIP_BUILD: '1', SIGN_IN: 'bitbucket-session' },
    builtRoot(),
  )
  const url = await program.waitForOutput(/^Mirror Console: (http:\/\/127\.0\.0\.1:\d+\/mirrors)$/m)
  const { origin } = new URL(url)
  await program.waitForOutput(/(Ctrl-C)/)
  const signedIn = await fetch(`${origin}/j_atl_security_check`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ j_username: 'jcitizen', j_password: 'jcitizen', next: '/mirrors/' }),
    redirect: 'manual',
  })
  expect(signedIn.headers.get('location')).toBe('/mirrors/')
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const known = async (headers: Record<string, string>) =>
    v.parse(session, await (await fetch(`${url}/-/session`, { headers })).json())
  expect(await known({ cookie })).toMatchObject({ user: 'jcitizen', upstream: origin })
  expect(await known({})).toMatchObject({ user: null, signIn: 'bitbucket-session' })
})
