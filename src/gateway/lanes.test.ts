import { describe, expect, it } from 'vitest'
import { createForwardLimit } from './forward/forward-limit.ts'
import { jsonAnswer, startRawUpstream } from './testing/raw-upstream.ts'
import { OWN_HEADERS, runningGateway } from './testing/running-gateway.ts'

const API = '/rest/mirroring/latest'
const VERSION = '/rest/api/latest/application-properties'

/** A gateway before a Bitbucket that answers its version and sign-ins, and lets everything else hang. */
const beforeHanging = async (env: Record<string, string> = {}) => {
  const upstream = await startRawUpstream((request, socket) => {
    const [, path = ''] = request.split(' ')
    if (path === VERSION) socket.write(jsonAnswer({ version: '8.16.2' }))
    else if (path.endsWith('/preferred-mirror')) socket.write(jsonAnswer({}, 'x-ausername: bob\r\n'))
  })
  const gateway = await runningGateway(upstream.url, { env })
  const signIn = (headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}/-/session`, {
      method: 'POST',
      headers: { ...OWN_HEADERS, ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ token: 't' }),
    })
  return { upstream, gateway, signIn }
}

describe('requests that hang for one user', () => {
  it.each([
    ['panels', (at: number) => `/-/panel/m${at}`, 3],
    ['forwarded requests', (at: number) => `${API}/mirrorServers/m${at}`, 22],
  ])('as %s stops neither readiness nor sign-in, and leaves places', async (_name, pathOf, places) => {
    const { upstream, gateway, signIn } = await beforeHanging()
    // Three sessions, one user.
    const cookies = await Promise.all([1, 2, 3].map(() => gateway.cookieOf('alice', 'Bearer alice')))
    const end = new AbortController()
    const refused: number[] = []
    const hanging = Array.from({ length: 60 }, async (_, at) => {
      const init = { headers: { cookie: cookies[at % 3] ?? '' }, signal: end.signal }
      return fetch(gateway.url + pathOf(at), init).then(
        ({ status }) => refused.push(status),
        () => 'hung',
      )
    })
    await expect
      .poll(() => refused, { timeout: 10_000 })
      .toEqual(Array.from({ length: 60 - places }, () => 503))
    expect(upstream.received).toHaveLength(places)
    expect((await fetch(`${gateway.url}/-/ready`)).status).toBe(200)
    expect((await signIn()).status).toBe(200)
    end.abort()
    const results = await Promise.all(hanging)
    expect(results.filter((result) => result === 'hung')).toHaveLength(places)
  })
})

describe('lists of mirrors that hang for several users', () => {
  it('leave places to panels, questions about repositories, readiness and sign-in', async () => {
    const { upstream, gateway, signIn } = await beforeHanging()
    const end = new AbortController()
    const users = ['alice', 'bob', 'carol']
    const cookies = await Promise.all(users.map((user) => gateway.cookieOf(user, `Bearer ${user}`)))
    const hanging = cookies.flatMap((cookie) =>
      [1, 2, 3].map(() => fetch(`${gateway.url}/-/fleet`, { headers: { cookie }, signal: end.signal })),
    )
    await expect.poll(() => upstream.received.length).toBe(4)
    const headers = {
      ...(await gateway.writeHeadersOf(cookies[0] ?? '')),
      'content-type': 'application/json',
    }
    const body = JSON.stringify({ mirrorId: 'm1', repositoryId: '1' })
    hanging.push(
      fetch(`${gateway.url}/-/probe`, { method: 'POST', headers, body, signal: end.signal }),
      fetch(`${gateway.url}/-/panel/m1`, { headers, signal: end.signal }),
    )
    await expect.poll(() => upstream.received.length).toBe(6)
    expect((await fetch(`${gateway.url}/-/ready`)).status).toBe(200)
    expect((await signIn()).status).toBe(200)
    end.abort()
    await Promise.allSettled(hanging)
  })
})

describe('a place', () => {
  it('is free for another user although three users take all that they can', () => {
    const limit = createForwardLimit({ overall: 44, perUser: 24 })
    const taken = ['alice', 'bob', 'carol'].map((user) => {
      let count = 0
      while (limit.enter(user) !== null) count += 1
      return count
    })
    expect(taken).toEqual([22, 11, 6])
    expect(limit.enter('dave')).not.toBeNull()
  })
})

describe('a closed browser tab', () => {
  it('ends a panel at Bitbucket too', async () => {
    const { upstream, gateway } = await beforeHanging()
    const cookie = await gateway.cookieOf('alice', 'Bearer alice')
    const end = new AbortController()
    const asked = fetch(`${gateway.url}/-/panel/m1`, { headers: { cookie }, signal: end.signal })
    await expect.poll(() => upstream.received.length).toBe(1)
    end.abort()
    await expect(asked).rejects.toThrow('aborted')
    await upstream.closed
  })

  it('ends the list of mirrors at Bitbucket too', async () => {
    const { upstream, gateway } = await beforeHanging()
    const cookie = await gateway.cookieOf('alice', 'Bearer alice')
    const end = new AbortController()
    const asked = fetch(`${gateway.url}/-/fleet`, { headers: { cookie }, signal: end.signal })
    await expect.poll(() => upstream.received.length).toBe(1)
    end.abort()
    await expect(asked).rejects.toThrow('aborted')
    await upstream.closed
  })

  it('ends the question at the mirror too', async () => {
    const mirror = await startRawUpstream(() => undefined)
    const baseUrl = mirror.url
    const values = [
      { mirrorServer: { id: 'm1', name: 'm1', baseUrl }, links: { self: [{ href: `${baseUrl}/1` }] } },
    ]
    const { url } = await startRawUpstream((_request, socket) =>
      socket.write(jsonAnswer({ values, start: 0, limit: 100, isLastPage: true })),
    )
    const gateway = await runningGateway(url, { env: { MIRROR_NETWORKS: '127.0.0.0/8' } })
    const end = new AbortController()
    const asked = fetch(`${gateway.url}/-/probe`, {
      method: 'POST',
      headers: {
        ...(await gateway.writeHeadersOf(await gateway.cookieOf('alice', 'Bearer alice'))),
        'content-type': 'application/json',
      },
      body: JSON.stringify({ mirrorId: 'm1', repositoryId: '1' }),
      signal: end.signal,
    })
    await expect.poll(() => mirror.received.length).toBe(1)
    end.abort()
    await expect(asked).rejects.toThrow('aborted')
    await mirror.closed
  })

  it('ends the list of a repository’s mirrors at Bitbucket too, once all who wait for it left', async () => {
    const { upstream, gateway } = await beforeHanging()
    const cookie = await gateway.cookieOf('alice', 'Bearer alice')
    const end = new AbortController()
    const asked = fetch(`${gateway.url}/-/probe`, {
      method: 'POST',
      headers: { ...(await gateway.writeHeadersOf(cookie)), 'content-type': 'application/json' },
      body: JSON.stringify({ mirrorId: 'm1', repositoryId: '1' }),
      signal: end.signal,
    })
    await expect.poll(() => upstream.received.length).toBe(1)
    end.abort()
    await expect(asked).rejects.toThrow('aborted')
    await upstream.closed
  })
})

describe('the address of a client', () => {
  it.each([
    ['is sent to Bitbucket where its proxy is trusted', { TRUSTED_PROXIES: '127.0.0.1' }, '203.0.113.9'],
    ['is not sent on where no proxy is trusted', {}, undefined],
  ])('%s', async (_name, env: Record<string, string>, expected) => {
    const { upstream, gateway } = await beforeHanging(env)
    const cookie = await gateway.cookieOf('alice', 'Bearer alice')
    await fetch(gateway.url + VERSION, { headers: { cookie, 'x-forwarded-for': '203.0.113.9' } })
    expect(/^x-forwarded-for: (.*)\r$/m.exec(upstream.received[0] ?? '')?.[1]).toBe(expected)
  })
})
