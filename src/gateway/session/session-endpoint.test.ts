import { describe, expect, it } from 'vitest'
import { endpointClient, UPSTREAM } from '#gateway/testing/endpoint-client.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'

const SESSION = '/-/session'

const answering = (response: () => Response) => {
  let asked = 0
  return {
    asked: () => asked,
    fetchUpstream: () => {
      asked += 1
      return Promise.resolve(response())
    },
  }
}

/** A refusal in Bitbucket's own words, unless a header says that it is something else. */
const refused = (status: number, headers: Record<string, string>) =>
  new Response(JSON.stringify({ errors: [{ context: null, message: 'No', exceptionName: null }] }), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })

describe('signing in', () => {
  it.each([
    ['a token', { token: 'alice-token' }],
    ['a name and a password', { username: 'alice', password: 'alice' }],
  ])('with %s makes a session that shows no credential', async (_way, credentials) => {
    const upstream = createFakeUpstream()
    const { send, jar } = endpointClient({ fetchUpstream: upstream.fetch })
    expect(await (await send('GET', SESSION)).json()).toEqual({
      user: null,
      isNamed: false,
      mark: null,
      signIn: 'own',
      upstream: UPSTREAM,
      copiesLastMs: null,
      isWatched: false,
      embedded: null,
    })
    const signedIn = await send('POST', SESSION, credentials)
    expect(signedIn.status).toBe(200)
    expect(await signedIn.json()).toEqual({
      user: 'alice',
      isNamed: true,
      mark: expect.stringMatching(/^[\w-]{16}$/),
      signIn: 'own',
      upstream: UPSTREAM,
      copiesLastMs: null,
      isWatched: false,
      embedded: null,
    })
    expect(await (await send('GET', SESSION)).json()).toMatchObject({ user: 'alice' })
    expect(upstream.asked).toHaveLength(1)
    expect(atob((jar.cookie.split('.')[0] ?? '').split('=')[1] ?? '')).not.toContain('alice')
  })

  it('offers the embedded accounts where there are any', async () => {
    const embedded = { accounts: [{ name: 'admin', password: 'admin', role: 'System administrator' }] }
    const { send } = endpointClient({ fetchUpstream: createFakeUpstream().fetch, embedded })
    expect(await (await send('GET', SESSION)).json()).toMatchObject({ user: null, embedded })
  })

  it('with wrong credentials says so after one single question', async () => {
    const upstream = createFakeUpstream()
    const { send, jar } = endpointClient({ fetchUpstream: upstream.fetch })
    const refused = await send('POST', SESSION, { username: 'alice', password: 'canary' })
    expect(refused.status).toBe(401)
    const text = await refused.text()
    expect(JSON.parse(text)).toMatchObject({ kind: 'wrong-credentials' })
    expect(text).not.toContain('canary')
    expect(upstream.asked).toHaveLength(1)
    expect(jar.cookie).toBe('')
  })

  it('that ends says how long a copy may still work elsewhere', async () => {
    const { fetch } = createFakeUpstream()
    const { send } = endpointClient({ fetchUpstream: fetch, copiesLastMs: 1000 })
    await send('POST', SESSION, { token: 'alice-token' })
    const ended = await send('DELETE', SESSION)
    expect(await ended.json()).toMatchObject({ user: null, copiesLastMs: 1000 })
    const alone = endpointClient({ fetchUpstream: fetch })
    expect(await (await alone.send('DELETE', SESSION)).json()).toMatchObject({ copiesLastMs: null })
  })

  it.each([
    ['a known user who may not ask', 401, { 'x-ausername': 'guest' }, 200, { user: 'guest', isNamed: true }],
    ['a name that is encoded', 404, { 'x-ausername': 'J%C3%B6rg' }, 200, { user: 'Jörg' }],
    ['a proxy that removes the name', 404, {}, 200, { user: 'Access token', isNamed: false }],
    [
      'a CAPTCHA',
      401,
      { 'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE' },
      403,
      { kind: 'captcha-required' },
    ],
    ['a redirect', 302, { location: '/login' }, 502, { kind: 'upstream-redirect' }],
    ['a page for people', 200, { 'content-type': 'text/html' }, 502, { kind: 'upstream-not-json' }],
    ['a failure', 500, { 'content-type': 'application/json' }, 502, { kind: 'upstream-unreachable' }],
    ['401 without a user name', 401, {}, 401, { kind: 'wrong-credentials' }],
  ])('that gets %s reports it', async (_name, status, headers, expected, said) => {
    const { fetchUpstream, asked } = answering(() => refused(status, headers))
    const { send } = endpointClient({ fetchUpstream })
    const answer = await send('POST', SESSION, { token: 't' })
    expect(answer.status).toBe(expected)
    expect(await answer.json()).toMatchObject(said)
    expect(asked()).toBe(1)
  })

  const OTHER_SERVERS = [
    ['JSON without errors', '{"message":"no Route matched with those values"}', 'application/json'],
    ['an empty body', '', 'application/json'],
    ['HTML', '<html>Sign in</html>', 'text/html'],
  ] as const

  it.each(
    OTHER_SERVERS.flatMap(([what, body, type]) =>
      [200, 401, 403, 404, 409, 500].map((status) => [what, status, body, type] as const),
    ),
  )('that gets %s with %i does not report wrong credentials', async (_what, status, body, type) => {
    const { fetchUpstream } = answering(
      () => new Response(body, { status, headers: { 'content-type': type } }),
    )
    const { send, jar } = endpointClient({ fetchUpstream })
    const answer = await send('POST', SESSION, { token: 't' })
    expect([answer.status, (await answer.json()).kind]).toEqual([502, 'upstream-not-json'])
    expect(jar.cookie).toBe('')
  })

  it.each([
    ['nothing', undefined],
    ['no JSON', '{"token":"canary'],
    ['another shape', { name: 'alice' }],
    ['both ways at once', { token: 't', username: 'alice', password: 'alice' }],
    ['an empty password', { username: 'alice', password: '' }],
    ['a colon in the name', { username: 'al:ice', password: 'alice' }],
    ['a line break in the token', { token: 'a\r\nx-evil: 1' }],
  ])('with %s does not ask Bitbucket', async (_name, body) => {
    const upstream = createFakeUpstream()
    const { send } = endpointClient({ fetchUpstream: upstream.fetch })
    const answer = await send('POST', SESSION, body)
    expect([400, 401]).toContain(answer.status)
    expect(await answer.text()).not.toContain('canary')
    expect(upstream.asked).toHaveLength(0)
  })

  it('with a token that is too long reports what is too long before Bitbucket is asked', async () => {
    const upstream = createFakeUpstream()
    const { send } = endpointClient({ fetchUpstream: upstream.fetch })
    const refused = await send('POST', SESSION, { token: 'x'.repeat(8193) })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('The access token is too long')
    expect(upstream.asked).toHaveLength(0)
  })

  it('never adopts a session that was there before', async () => {
    const upstream = createFakeUpstream()
    const { send, jar } = endpointClient({ fetchUpstream: upstream.fetch })
    await send('POST', SESSION, { token: 'alice-token' })
    const before = jar.cookie
    await send('POST', SESSION, { token: 'bob-token' })
    expect(await (await send('GET', SESSION)).json()).toMatchObject({ user: 'bob' })
    jar.cookie = before
    expect(await (await send('GET', SESSION)).json()).toMatchObject({ user: null })
  })

  it.each([
    ['from another site', { 'x-mirror-console': '1', 'sec-fetch-site': 'cross-site' }],
    ['without the header', { 'sec-fetch-site': 'same-origin' }],
    ['from another origin', { 'x-mirror-console': '1', origin: 'http://127.0.0.1:8080' }],
    ['from nowhere', { 'x-mirror-console': '1' }],
  ])('%s is refused', async (_name, headers: Record<string, string>) => {
    const upstream = createFakeUpstream()
    const { send } = endpointClient({ fetchUpstream: upstream.fetch })
    const answer = await send('POST', SESSION, { token: 'alice-token' }, headers)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ kind: 'cross-site' })
    expect(upstream.asked).toHaveLength(0)
  })

  it('works where a plain-http intranet sends no fetch metadata', async () => {
    const { send } = endpointClient({ fetchUpstream: createFakeUpstream().fetch })
    const headers = { 'x-mirror-console': '1', origin: 'http://127.0.0.1:7991' }
    expect((await send('POST', SESSION, { token: 'alice-token' }, headers)).status).toBe(200)
  })
})

describe('signing out', () => {
  it('removes the cookie and answers that no user is signed in', async () => {
    const { send, jar } = endpointClient({ fetchUpstream: createFakeUpstream().fetch })
    await send('POST', SESSION, { token: 'alice-token' })
    const answer = await send('DELETE', SESSION)
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await answer.json()).toMatchObject({ user: null })
    expect(jar.cookie).toMatch(/^mirror-console-[\da-f]{8}=$/)
  })
})

describe('the other endpoints', () => {
  it('report that the gateway runs, and whether Bitbucket can be reached', async () => {
    const up = endpointClient({ fetchUpstream: () => Promise.resolve(Response.json({ version: '8.16.2' })) })
    expect((await up.send('GET', '/-/health')).status).toBe(200)
    expect((await up.send('GET', '/-/ready')).status).toBe(200)
    const down = endpointClient({ fetchUpstream: () => Promise.reject(new Error('down')) })
    expect((await down.send('GET', '/-/health')).status).toBe(200)
    expect((await down.send('GET', '/-/ready')).status).toBe(503)
  })

  it.each([
    ['GET', '/-/unknown', 404],
    ['PUT', '/-/session', 405],
    ['POST', '/-/health', 405],
    ['GET', '/-/probe', 405],
  ])('%s %s is %i', async (method, path, status) => {
    const { send } = endpointClient({ fetchUpstream: createFakeUpstream().fetch })
    expect((await send(method, path)).status).toBe(status)
  })
})
