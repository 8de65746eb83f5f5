import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { operations } from '#contract/operations.ts'
import { SESSION_HEADER, session } from '#contract/session.ts'
import { mayTry } from './testing/may-try.ts'
import { onBitbucketHost, startHaproxyOnHost, startNginxOnHost } from './testing/on-bitbucket-host.ts'
import { OWN_HEADERS } from './testing/running-gateway.ts'

const PREFERRED = operations.getPreferredMirror.path

describe.each([
  ['nginx', startNginxOnHost],
  ['haproxy', startHaproxyOnHost],
])('a console on the host of Bitbucket behind %s', { timeout: 60_000 }, (name, startProxyAt) => {
  it.skipIf(!mayTry(name))('uses the session that was begun at Bitbucket, until it ends there', async () => {
    const { origin, ask, printed } = await onBitbucketHost(startProxyAt)
    const signedIn = await ask('/j_atl_security_check', {
      method: 'POST',
      headers: { origin, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ j_username: 'jcitizen', j_password: 'jcitizen', next: '/mirrors/' }),
    })
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([302, '/mirrors/'])
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const who = async () =>
      v.parse(session, await (await ask('/mirrors/-/session', { headers: { cookie } })).json())
    const { user, mark } = await who()
    expect(user).toBe('jcitizen')

    const page = await ask('/mirrors/', { headers: { cookie, accept: 'text/html' } })
    expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
    expect(page.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")

    const cleared = await ask(`/mirrors${PREFERRED}`, {
      method: 'DELETE',
      headers: { ...OWN_HEADERS, origin, cookie, [SESSION_HEADER]: mark ?? '' },
    })
    expect(cleared.status).toBe(204)
    // Bitbucket itself, at the root, says the same of it.
    expect((await ask(PREFERRED, { headers: { cookie } })).status).toBe(404)

    const other = await ask(`/mirrors${PREFERRED}`, { headers: { authorization: 'Bearer admin-token' } })
    expect(other.status).toBe(401)
    await ask('/j_atl_security_logout', { headers: { cookie } })
    expect(await who()).toMatchObject({ user: null })
    expect(printed()).not.toContain(cookie.split('=')[1] ?? cookie)
  })

  it.skipIf(!mayTry(name))('has the paths below its own, and no way around them', async () => {
    const { ask } = await onBitbucketHost(startProxyAt)
    const bare = await ask('/mirrors')
    expect([bare.status, bare.headers.get('location')?.endsWith('/mirrors/')]).toEqual([301, true])
    // What only begins the same is Bitbucket's: its login page is what a stranger gets there.
    for (const path of ['/', '/mirrorsx', '/-/health']) {
      const { status, headers } = await ask(path)
      expect([path, status, headers.get('location')?.includes('/login?next=')]).toEqual([path, 302, true])
    }
    expect((await ask('/mirrors/-%2fhealth')).status).toBe(400)
  })
})
