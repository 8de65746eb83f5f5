import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { type FleetCheck, fleetCheck, fleetCheckEnd } from '#contract/fleet-check.ts'
import { endpointClient } from '#gateway/testing/endpoint-client.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'
import type { AskMirror, MirrorReply } from './mirror-reply.ts'

const NOW = 1_700_000_000_000
const STATUS = '{"state":"SYNCHRONIZED","memberCount":"3","discovering":false,"syncedRepos":2,"totalRepos":2}'

const mirror = (id: string, more: object = {}) => ({
  id,
  name: id,
  baseUrl: `https://${id}.example.com/context/`,
  enabled: true,
  ...more,
})
const replied = (more: Partial<Extract<MirrorReply, { kind: 'replied' }>> = {}): MirrorReply => ({
  kind: 'replied',
  status: 200,
  date: null,
  body: STATUS,
  ...more,
})

/** Someone who is signed in, an upstream that lists `rows`, and mirrors that answer by `reply`. */
const signedIn = async (
  rows: readonly unknown[],
  reply: (link: URL, signal: AbortSignal | undefined) => MirrorReply | Promise<MirrorReply> = () => replied(),
  headers: Record<string, string> = {},
) => {
  const asked: string[] = []
  let time = NOW
  const askMirror: AskMirror = async (link, signal) => {
    asked.push(link.href)
    return reply(link, signal)
  }
  const upstream = createFakeUpstream(() =>
    Response.json({ values: rows, start: 0, limit: 100, isLastPage: true }, { headers }),
  )
  const client = endpointClient({ fetchUpstream: upstream.fetch, askMirror, now: () => time })
  await client.send('POST', '/-/session', { token: 'alice-token' })
  const lines = async (query = '') => {
    const answer = await client.send('GET', `/-/fleet${query}`)
    const text = await answer.text()
    const parsed = text.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]))
    const end = v.parse(fleetCheckEnd, parsed.pop())
    return { checks: parsed.map((line): FleetCheck => v.parse(fleetCheck, line)), ...end }
  }
  return { ...client, asked, lines, upstream, pass: (ms: number) => (time += ms) }
}

const outcomes = async (reply: MirrorReply) => {
  const { lines } = await signedIn([mirror('a')], () => reply)
  return (await lines()).checks.map(({ outcome }) => outcome)
}

describe('the status of the fleet', () => {
  it('is asked at each mirror’s own address, with no more than that', async () => {
    const { lines, asked } = await signedIn([mirror('a'), mirror('b', { baseUrl: 'http://b.example.com' })])
    const { checks, asked: count } = await lines()
    expect(asked.toSorted()).toEqual(['http://b.example.com/status', 'https://a.example.com/context/status'])
    expect(count).toBe(2)
    expect(checks.find(({ mirrorId }) => mirrorId === 'a')).toEqual({
      mirrorId: 'a',
      checkedAt: NOW,
      certificateEnds: null,
      tookMs: 0,
      clockDifferenceMs: null,
      outcome: {
        kind: 'answered',
        status: { state: 'SYNCHRONIZED', memberCount: 3, discovering: false, syncedRepos: 2, totalRepos: 2 },
      },
    })
  })

  it('asks none that is disabled, and only those that are named', async () => {
    const rows = [mirror('a'), mirror('b', { enabled: false }), mirror('c', { enabled: null }), mirror('d')]
    const all = await signedIn(rows)
    expect((await all.lines()).checks.map(({ mirrorId }) => mirrorId).toSorted()).toEqual(['a', 'c', 'd'])
    const named = await signedIn(rows)
    const { checks } = await named.lines('?mirror=d&mirror=b&mirror=unknown')
    expect(checks.map(({ mirrorId }) => mirrorId)).toEqual(['d'])
  })

  it.each([null, '', 'not an address', 'javascript:alert(1)'])(
    'asks nothing at the address %j',
    async (baseUrl) => {
      const { lines, asked } = await signedIn([mirror('a', { baseUrl })], (link) => ({
        kind: 'failed',
        failure: link.protocol === 'javascript:' ? 'forbidden-address' : 'unreachable',
        status: null,
        date: null,
        detail: null,
      }))
      expect((await lines()).checks[0]?.outcome).toMatchObject({
        kind: 'failed',
        failure: 'forbidden-address',
      })
      expect(asked.filter((href) => href.startsWith('http'))).toEqual([])
    },
  )

  it.each<[string, MirrorReply, object]>([
    [
      'no such page',
      replied({ status: 404, body: 'Not Found' }),
      { kind: 'without-status', httpStatus: 404 },
    ],
    [
      'JSON without a state',
      replied({ body: '{"status":"ok"}' }),
      { kind: 'without-status', httpStatus: 200 },
    ],
    ['a page', replied({ body: '<!doctype html>' }), { kind: 'failed', failure: 'unreadable' }],
    ['half a JSON', replied({ body: '{"state":' }), { kind: 'failed', failure: 'unreadable' }],
    ['deep JSON', replied({ body: '['.repeat(60_000) }), { kind: 'failed', failure: 'unreadable' }],
    ['500', replied({ status: 500, body: '' }), { kind: 'failed', failure: 'failing', status: 500 }],
    [
      '502 of a proxy',
      replied({ status: 502, body: '<h1>' }),
      { kind: 'failed', failure: 'failing', status: 502 },
    ],
    ['503', replied({ status: 503, body: '' }), { kind: 'failed', failure: 'maintenance', status: 503 }],
    ['429', replied({ status: 429, body: '' }), { kind: 'failed', failure: 'rate-limited', status: 429 }],
    ['401', replied({ status: 401, body: '' }), { kind: 'failed', failure: 'refused', status: 401 }],
    ['403', replied({ status: 403, body: '' }), { kind: 'failed', failure: 'refused', status: 403 }],
    ['418', replied({ status: 418, body: '' }), { kind: 'failed', failure: 'unreadable', status: 418 }],
  ])('tells %s by kind', async (_what, reply, outcome) => {
    expect(await outcomes(reply)).toMatchObject([outcome])
  })

  it('compares clocks with Bitbucket’s, whatever the console’s own says', async () => {
    const upstreamTime = new Date(NOW + 600_000).toUTCString()
    const date = new Date(NOW + 640_000).toUTCString()
    const { lines } = await signedIn([mirror('a')], () => replied({ date }), { date: upstreamTime })
    expect((await lines()).checks[0]?.clockDifferenceMs).toBe(40_000)
  })

  it('asks a mirror once for twenty callers at the same time, and again only after a while', async () => {
    const { lines, asked, pass } = await signedIn([mirror('a')])
    const all = await Promise.all(Array.from({ length: 20 }, () => lines()))
    expect(all.map(({ checks }) => checks.length)).toEqual(Array.from({ length: 20 }, () => 1))
    expect(asked).toHaveLength(1)
    pass(15_000)
    await lines()
    expect(asked).toHaveLength(1)
    pass(1)
    await lines()
    expect(asked).toHaveLength(2)
  })

  it('asks again for someone who checks now', async () => {
    const { lines, asked, pass } = await signedIn([mirror('a')])
    await lines()
    pass(2001)
    await lines('?mirror=a&fresh=1')
    expect(asked).toHaveLength(2)
  })

  it('breaks off when the console itself fails, and asks again for the next caller', async () => {
    let isBroken = true
    const { send, lines, asked } = await signedIn([mirror('a')], () => {
      if (isBroken) throw new Error('A mistake of ours')
      return replied()
    })
    await expect((await send('GET', '/-/fleet')).text()).rejects.toThrow('A mistake of ours')
    isBroken = false
    expect((await lines()).checks).toHaveLength(1)
    expect(asked).toHaveLength(2)
  })

  it('needs a session, and reads only', async () => {
    const { send } = await signedIn([mirror('a')])
    expect((await send('POST', '/-/fleet', {})).status).toBe(405)
    const stranger = endpointClient({ fetchUpstream: createFakeUpstream().fetch })
    expect((await stranger.send('GET', '/-/fleet')).status).toBe(401)
  })

  it('passes on that Bitbucket does not list its mirrors to this user', async () => {
    const refusal = { errors: [{ context: null, message: 'No', exceptionName: 'AuthorisationException' }] }
    const upstream = createFakeUpstream(() => Response.json(refusal, { status: 403 }))
    const client = endpointClient({ fetchUpstream: upstream.fetch })
    await client.send('POST', '/-/session', { token: 'alice-token' })
    expect((await client.send('GET', '/-/fleet')).status).toBe(403)
  })
})
