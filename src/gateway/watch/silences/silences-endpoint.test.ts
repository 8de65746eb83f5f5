import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { silences } from '#contract/silences.ts'
import type { Decision } from '#gateway/forward/decision.ts'
import { endpointClient } from '#gateway/testing/endpoint-client.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'
import { OWN_HEADERS } from '#gateway/testing/running-gateway.ts'
import { watchedStore } from '#gateway/testing/watched-store.ts'

const NOW = 1_700_000_000_000
const HOUR = 3_600_000
const DAY = 24 * HOUR
const PATH = '/-/silences'

const REFUSAL = { errors: [{ context: null, message: 'No', exceptionName: 'AuthorisationException' }] }
const refused = () => Response.json(REFUSAL, { status: 401 })
const listOf = (...ids: readonly string[]) =>
  Response.json({
    values: ids.map((id) => ({ id, name: id, baseUrl: `https://${id}.example.com`, enabled: true })),
    start: 0,
    limit: 100,
    isLastPage: true,
  })

/** A console that watches. "alice" decides about requests, "bob" sees mirror "a" only, "carol" no mirrors at all. */
const setUp = async () => {
  const watched = await watchedStore({})
  const decisions: Decision[] = []
  const upstream = createFakeUpstream((request, user) => {
    if (request.url.includes('/requests')) return user === 'alice' ? listOf() : refused()
    if (!request.url.includes('/mirrorServers')) return Response.json({})
    if (user === 'carol') return refused()
    return user === 'alice' ? listOf('a', 'b') : listOf('a')
  })
  let time = NOW
  const signIn = async (user: 'alice' | 'bob' | 'carol') => {
    const client = endpointClient({
      fetchUpstream: upstream.fetch,
      watched,
      now: () => time,
      decide: (decision) => decisions.push(decision),
    })
    await client.send('POST', '/-/session', { token: `${user}-token` })
    const put = (body: unknown, headers?: Record<string, string>) => client.send('PUT', PATH, body, headers)
    const kept = async () => v.parse(silences, await (await client.send('GET', PATH)).json())
    return { ...client, put, kept }
  }
  const stored = () => watched.store.silences.active(0)
  const setTime = (at: number) => {
    time = at
  }
  return { signIn, watched, decisions, stored, setTime, upstream }
}

const change = (more: Readonly<Record<string, unknown>> = {}) => ({
  mirrorId: 'a',
  until: NOW + HOUR,
  note: 'New disk',
  ...more,
})

describe('silencing a mirror', () => {
  it('is kept for everybody who sees the mirror, with who did it, and told in the activity', async () => {
    const { signIn, decisions } = await setUp()
    const alice = await signIn('alice')
    const answer = await alice.put(change({ note: ' New disk ' }))
    expect(answer.status).toBe(200)
    const expected = {
      mirrorId: 'a',
      until: NOW + HOUR,
      note: 'New disk',
      by: 'alice',
      isNamed: true,
      at: NOW,
    }
    expect(await answer.json()).toEqual({ now: NOW, silences: [expected], isUnavailable: false })
    expect((await (await signIn('bob')).kept()).silences).toEqual([expected])
    expect(decisions).toMatchObject([
      { operation: 'silenceMirror', ids: { mirrorId: 'a' }, user: 'alice', outcome: 'answered', status: 200 },
    ])
  })

  it('can be extended by another person, and ended early', async () => {
    const { signIn, decisions } = await setUp()
    const alice = await signIn('alice')
    await alice.put(change())
    await alice.put(change({ until: NOW + 2 * HOUR, note: '' }))
    expect((await alice.kept()).silences).toMatchObject([{ until: NOW + 2 * HOUR, note: '' }])
    expect(await (await alice.send('DELETE', `${PATH}?mirror=a`)).json()).toMatchObject({ silences: [] })
    expect((await alice.send('DELETE', `${PATH}?mirror=a`)).status).toBe(200)
    expect(decisions.map(({ operation }) => operation)).toEqual([
      'silenceMirror',
      'silenceMirror',
      'endSilence',
      'endSilence',
    ])
  })

  it('ends by itself', async () => {
    const { signIn, setTime } = await setUp()
    const alice = await signIn('alice')
    await alice.put(change())
    setTime(NOW + HOUR)
    expect((await alice.kept()).silences).toEqual([])
  })

  it('is not told to those to whom Bitbucket does not list that mirror, or any', async () => {
    const { signIn } = await setUp()
    await (await signIn('alice')).put(change({ mirrorId: 'b', note: 'secret plan' }))
    const seen = await (await signIn('bob')).send('GET', PATH)
    expect(await seen.text()).not.toContain('secret plan')
    const answer = await (await signIn('carol')).send('GET', PATH)
    expect(answer.status).toBe(401)
    expect(await answer.text()).not.toContain('secret plan')
  })

  it('is refused to those who do not decide about requests, and that is told', async () => {
    const { signIn, stored, decisions } = await setUp()
    await (await signIn('alice')).put(change())
    const bob = await signIn('bob')
    expect((await bob.put(change({ until: NOW + DAY }))).status).toBe(401)
    expect((await bob.send('DELETE', `${PATH}?mirror=a`)).status).toBe(401)
    expect(await stored()).toMatchObject([{ mirrorId: 'a', until: NOW + HOUR, by: 'alice' }])
    expect(decisions.slice(1)).toMatchObject([
      { operation: 'silenceMirror', user: 'bob', outcome: 'not-sent', status: null },
      { operation: 'endSilence', user: 'bob', outcome: 'not-sent', status: null },
    ])
  })

  it.each<[string, unknown, number]>([
    ['a time that is over', change({ until: NOW }), 400],
    ['a time in a month and a ms', change({ until: NOW + 30 * DAY + 1 }), 400],
    ['a time that is none', change({ until: '2026' }), 400],
    ['a time that is no number', '{"mirrorId":"a","until":1e999,"note":""}', 400],
    ['no time', { mirrorId: 'a', note: '' }, 400],
    ['a mirror that is not there', change({ mirrorId: 'gone' }), 404],
    ['a mirror without an id', change({ mirrorId: '' }), 400],
    ['an id without end', change({ mirrorId: 'a'.repeat(257) }), 400],
    ['a note of 201 characters', change({ note: 'x'.repeat(201) }), 400],
    ['a note of two lines', change({ note: 'one\ntwo' }), 400],
    ['a note with a line separator', change({ note: 'one\u2028two' }), 400],
    ['a note with a control character', change({ note: 'a\u0000b' }), 400],
    ['a note that is none', change({ note: null }), 400],
    ['who did it', change({ by: 'root' }), 400],
    ['a list', [change()], 400],
    ['no JSON', '{', 400],
  ])('is refused with %s', async (_what, body, status) => {
    const { signIn, stored } = await setUp()
    const alice = await signIn('alice')
    expect((await alice.put(body)).status).toBe(status)
    expect(await stored()).toEqual([])
  })

  it.each<[string, Record<string, string>]>([
    ['another site', { ...OWN_HEADERS, 'sec-fetch-site': 'cross-site' }],
    ['a site beside it', { ...OWN_HEADERS, 'sec-fetch-site': 'same-site' }],
    ['a form', { 'sec-fetch-site': 'same-origin' }],
    ['a page of another session', { ...OWN_HEADERS, 'x-mirror-console-session': 'another' }],
  ])('is refused to %s', async (_who, headers) => {
    const { signIn, stored } = await setUp()
    const alice = await signIn('alice')
    expect((await alice.put(change(), headers)).status).toBe(403)
    const ended = await alice.send('DELETE', `${PATH}?mirror=a`, undefined, headers)
    expect(ended.status).toBe(403)
    expect(await stored()).toEqual([])
  })

  it.each([
    ['GET', '?mirror=a', 400],
    ['DELETE', '', 400],
    ['DELETE', '?mirror=', 400],
    ['DELETE', '?mirror=a&mirror=b', 400],
    ['DELETE', '?mirror=a&all', 400],
    ['PUT', '?mirror=a', 400],
    ['POST', '', 405],
    ['HEAD', '', 405],
  ])('%s %j is refused with %d', async (method, query, status) => {
    const { signIn } = await setUp()
    const alice = await signIn('alice')
    const answer = await alice.send(method, PATH + query, method === 'PUT' ? change() : undefined)
    expect(answer.status).toBe(status)
  })

  it('needs a session, and a console that watches', async () => {
    const { watched, upstream } = await setUp()
    const stranger = endpointClient({ fetchUpstream: upstream.fetch, watched })
    expect((await stranger.send('GET', PATH)).status).toBe(401)
    expect((await stranger.send('PUT', PATH, change())).status).toBe(401)
    const blind = endpointClient({ fetchUpstream: upstream.fetch })
    await blind.send('POST', '/-/session', { token: 'alice-token' })
    expect((await blind.send('GET', PATH)).status).toBe(404)
  })

  it('says when they cannot be read, and does not claim to have kept one', async () => {
    const { signIn, watched } = await setUp()
    const alice = await signIn('alice')
    await watched.store.close()
    expect(await alice.kept()).toEqual({ now: NOW, silences: [], isUnavailable: true })
    expect((await alice.put(change())).status).toBe(500)
  })

  it('is told to open pages at once', async () => {
    const { signIn, watched } = await setUp()
    const alice = await signIn('alice')
    await alice.put(change())
    expect(watched.events.after(0)).toMatchObject({ kind: 'silences', n: 1 })
    await alice.send('DELETE', `${PATH}?mirror=a`)
    expect(watched.events.after(1)).toMatchObject({ kind: 'silences', n: 2 })
  })
})
