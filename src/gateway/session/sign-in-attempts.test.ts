import { describe, expect, it } from 'vitest'
import { endpointClient } from '#gateway/testing/endpoint-client.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { upstreamErrorOf } from '#gateway/upstream/network-error.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'
import { createSignInAttempts, type SignInResult } from './sign-in-attempts.ts'

const DAY_MS = 86_400_000
const refusal = { kind: 'too-many-sign-ins', status: 429 }

const attemptsAt = (clock: { now: number }) => {
  const attempts = createSignInAttempts(() => clock.now)
  return (account: string | null, address: string | null, result: SignInResult, times = 1) => {
    for (let time = 0; time < times; time += 1) attempts.begin(account, address)(result)
  }
}

describe('wrong sign-ins', () => {
  it('of one account stop before Bitbucket asks for a CAPTCHA, from any address, for a day', () => {
    const clock = { now: 1_700_000_000_000 }
    const attempt = attemptsAt(clock)
    for (const address of ['a', 'b', 'c', null]) attempt('alice', address, 'wrong')
    expect(() => attempt('ALICE', 'd', 'right')).toThrow(
      expect.objectContaining({ ...refusal, headers: { 'retry-after': String(DAY_MS / 1000) } }),
    )
    attempt('bob', 'a', 'right')
    attempt(null, 'a', 'right')
    clock.now += DAY_MS
    attempt('alice', 'd', 'right')
  })

  it('at the same time cannot pass the limit together', () => {
    const attempts = createSignInAttempts(() => 1)
    for (let time = 0; time < 4; time += 1) attempts.begin('alice', null)
    expect(() => attempts.begin('alice', null)).toThrow(expect.objectContaining(refusal))
  })

  it.each(['wrong', 'unknown'] as const)('count when the result is %s', (result) => {
    const attempt = attemptsAt({ now: 1 })
    expect(() => attempt('alice', null, result, 5)).toThrow(expect.objectContaining(refusal))
  })

  it.each(['not-checked', 'right'] as const)('do not count when the result is %s', (result) => {
    const attempt = attemptsAt({ now: 1 })
    expect(() => attempt('alice', null, result, 5)).not.toThrow()
  })

  it('are forgotten after a right password, as at Bitbucket', () => {
    const attempt = attemptsAt({ now: 1 })
    attempt('alice', null, 'wrong', 3)
    attempt('alice', null, 'right')
    attempt('alice', null, 'wrong', 4)
    expect(() => attempt('alice', null, 'right')).toThrow(expect.objectContaining(refusal))
  })

  it('of one address stop it and no other, and any number of names removes no count', () => {
    const attempt = attemptsAt({ now: 1 })
    attempt('alice', null, 'wrong', 4)
    for (let at = 0; at < 20; at += 1) attempt(null, '192.0.2.1', 'wrong')
    expect(() => attempt(null, '192.0.2.1', 'right')).toThrow(
      expect.objectContaining({ ...refusal, headers: { 'retry-after': '600' } }),
    )
    attempt(null, '192.0.2.2', 'right')
    for (let at = 0; at < 3000; at += 1) {
      try {
        attempt(`other-${at}`, null, 'wrong')
      } catch {
        // One of so many names may share a counter, and is refused then.
      }
    }
    expect(() => attempt('alice', null, 'right')).toThrow(expect.objectContaining(refusal))
  })

  it('are answered with 429 and Retry-After, and Bitbucket is not asked any more', async () => {
    const upstream = createFakeUpstream()
    const { send } = endpointClient({ fetchUpstream: upstream.fetch })
    const wrong = () => send('POST', '/-/session', { username: 'alice', password: 'wrong' })
    for (let time = 0; time < 4; time += 1) expect((await wrong()).status).toBe(401)
    const refused = await wrong()
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe(String(DAY_MS / 1000))
    expect(await refused.json()).toMatchObject({ kind: 'too-many-sign-ins' })
    expect(upstream.asked).toHaveLength(4)
    expect((await send('POST', '/-/session', { token: 'alice-token' })).status).toBe(200)
  })
})

const failingWith = (error: Error) => (): never => {
  throw error
}
const failing = (code: string) => failingWith(upstreamErrorOf(Object.assign(new Error(code), { code })))
const REFUSAL = { errors: [{ context: null, message: 'No', exceptionName: null }] }
const json = (status: number, body: unknown) => () => Response.json(body, { status })
const html = (status: number) => () =>
  new Response('<html>', { status, headers: { 'content-type': 'text/html' } })

describe('a sign-in with a password that gets', () => {
  it.each<[what: string, answer: () => Response, counts: boolean]>([
    ['a refusal', json(401, REFUSAL), true],
    ['a refusal that a proxy replaced by a page', html(401), true],
    ['a refusal that a proxy replaced by JSON of its own', json(401, { message: 'no' }), true],
    ['403 with the page of a proxy', html(403), true],
    ['a login page', html(200), true],
    ['a redirect to a login page', () => new Response(null, { status: 302 }), true],
    ['a proxy that waited too long', html(504), true],
    ['a reset after it was sent', failing('ECONNRESET'), true],
    ['no answer in time', failing('UND_ERR_HEADERS_TIMEOUT'), true],
    ['no connection', failing('ECONNREFUSED'), false],
    ['no such host', failing('ENOTFOUND'), false],
    ['no connection in time', failing('UND_ERR_CONNECT_TIMEOUT'), false],
    ['a certificate that is not trusted', failing('SELF_SIGNED_CERT_IN_CHAIN'), false],
    ['no place', failingWith(new GatewayError('overloaded')), false],
    ['the page of a proxy before a Bitbucket that is down', html(502), false],
    ['the page of a maintenance', html(503), false],
    ['that Bitbucket starts', json(503, REFUSAL), false],
    ['that it comes too often', json(429, REFUSAL), false],
    ['that Bitbucket failed', json(500, REFUSAL), false],
    ['the page of a proxy without a route', html(404), false],
    ['JSON of a proxy without a route', json(404, { message: 'no Route matched' }), false],
  ])('%s counts for the account only where Bitbucket may have counted it', async (_what, answer, counts) => {
    const fetchUpstream = () => Promise.resolve().then(answer)
    const { send } = endpointClient({ fetchUpstream })
    const kinds: unknown[] = []
    for (let time = 0; time < 6; time += 1) {
      const answer = await send('POST', '/-/session', { username: 'alice', password: 'x' })
      kinds.push((await answer.json()).kind)
    }
    expect(kinds.slice(4).every((kind) => kind === 'too-many-sign-ins')).toBe(counts)
    expect(kinds.slice(0, 4)).not.toContain('too-many-sign-ins')
  })

  it.each([
    [503, { kind: 'upstream-busy' }],
    [429, { kind: 'upstream-busy' }],
  ])('%i with errors[] keeps its status and how long to wait', async (status, told) => {
    const { send } = endpointClient({
      fetchUpstream: () =>
        Promise.resolve(Response.json(REFUSAL, { status, headers: { 'retry-after': '7' } })),
    })
    const answer = await send('POST', '/-/session', { token: 't' })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, '7'])
    expect(await answer.json()).toMatchObject(told)
  })
})
