import { describe, expect, it } from 'vitest'
import type { AskMirror, MirrorReply } from './mirror-reply.ts'
import { endpointClient } from '#gateway/testing/endpoint-client.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'
import { createConcurrencyLimit } from '#gateway/http/concurrency-limit.ts'

const PROBE = '/-/probe'
const NOW = 1_700_000_000_000

const row = (id: string, link: string | null, baseUrl: string | null = `https://${id}.example.com`) => ({
  mirrorServer: { id, name: id, baseUrl },
  links: { self: link === null ? [] : [{ href: link }] },
})

const replying =
  (...replies: readonly Partial<Extract<MirrorReply, { kind: 'replied' }>>[]) =>
  (asked: URL[]): AskMirror =>
  (link) => {
    const reply = replies[Math.min(asked.length, replies.length - 1)]
    asked.push(link)
    return Promise.resolve({ kind: 'replied', status: 200, date: null, body: '{}', ...reply })
  }

/** A signed-in user, and an upstream that lists `rows`, each page one row long. */
const signedIn = async (
  rows: readonly unknown[],
  mirror = replying({ body: '{"available":true,"status":"AVAILABLE"}' }),
  more: Partial<Parameters<typeof endpointClient>[0]> = {},
) => {
  const asked: URL[] = []
  const upstream = createFakeUpstream((request) => {
    const start = Number(new URL(request.url).searchParams.get('start'))
    const isLastPage = start >= rows.length - 1
    return Response.json({
      values: rows.slice(start, start + 1),
      start,
      limit: 1,
      isLastPage,
      nextPageStart: isLastPage ? null : start + 1,
    })
  })
  const client = endpointClient({
    fetchUpstream: upstream.fetch,
    askMirror: mirror(asked),
    now: () => NOW,
    ...more,
  })
  await client.send('POST', '/-/session', { token: 'alice-token' })
  upstream.asked.length = 0
  const probe = async (mirrorId: string, repositoryId = '1') =>
    client.send('POST', PROBE, { mirrorId, repositoryId })
  return { ...client, upstream, asked, probe }
}

const LINK = 'https://alpha.example.com/rest/mirroring/latest/mirrorRepos/1?jwt=canary'

describe('asking a mirror', () => {
  it('answers what the mirror says, with the age and the clock of it', async () => {
    const mirror = replying({
      body: '{"available":true,"status":"AVAILABLE","repositoryId":"1","cloneUrls":[{"name":"ssh","href":"ssh://a"}],"secret":"x"}',
      date: new Date(NOW + 420_000).toUTCString(),
    })
    const { probe, asked } = await signedIn([row('beta', null), row('alpha', LINK)], mirror)
    const answer = await probe('alpha')
    const text = await answer.text()
    expect(JSON.parse(text)).toEqual({
      kind: 'answered',
      answer: {
        repositoryId: '1',
        mirrorName: null,
        available: true,
        status: 'AVAILABLE',
        lastUpdated: null,
        cloneUrls: [{ name: 'ssh', href: 'ssh://a' }],
        pushUrls: [],
      },
      checkedAt: NOW,
      tookMs: 0,
      clockDifferenceMs: 420_000,
    })
    expect(asked.map(String)).toEqual([LINK])
    expect(text).not.toContain('canary')
  })

  it.each([
    ['a mirror that is not listed', row('beta', LINK), 'no-link'],
    ['a mirror without a link', row('alpha', null), 'no-link'],
    ['a mirror without an address', row('alpha', LINK, null), 'foreign-link'],
    ['a link to another host', row('alpha', 'https://beta.example.com/?jwt=canary'), 'foreign-link'],
    ['a link to another port', row('alpha', 'https://alpha.example.com:8443/?jwt=canary'), 'other-port'],
    ['a link with another scheme', row('alpha', 'http://alpha.example.com/?jwt=canary'), 'other-scheme'],
    [
      'a link to a host with the same beginning',
      row('alpha', 'https://alpha.example.com.evil.com/?jwt=canary'),
      'foreign-link',
    ],
    ['a link that is none', row('alpha', 'canary'), 'foreign-link'],
    ['a link that is a script', row('alpha', 'javascript:canary'), 'forbidden-address'],
    ['a link to a file', row('alpha', 'file:///canary', 'file:///'), 'forbidden-address'],
  ])('does not ask %s', async (_name, listed, failure) => {
    const { probe, asked } = await signedIn([listed])
    const answer = await probe('alpha')
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject({ kind: 'failed', failure })
    expect(text).not.toContain('canary')
    expect(asked).toEqual([])
  })

  const BROKEN = [
    ['broke off', { values: [row('alpha', LINK)], isLastPage: false, nextPageStart: 0 }],
    ['contradicts itself', { values: [row('alpha', LINK)], isLastPage: true, nextPageStart: 5 }],
    ['has an entry that cannot be read', { values: [row('alpha', LINK), { mirrorServer: { id: 'beta' } }] }],
  ] as const
  it.each(BROKEN)('about a list that %s concludes nothing but what was read', async (_what, page) => {
    const { probe } = await signedIn([], undefined, {
      fetchUpstream: createFakeUpstream(({ url }) =>
        Response.json(url.includes('start=5') ? { values: [], isLastPage: true } : page),
      ).fetch,
    })
    expect(await (await probe('alpha')).json()).toMatchObject({ kind: 'answered' })
    expect(await (await probe('beta')).json()).toMatchObject({ failure: 'incomplete-list' })
  })

  it('tries a refused link once again with a fresh one, and no more', async () => {
    const refused = await signedIn([row('alpha', LINK)], replying({ status: 401 }))
    expect(await (await refused.probe('alpha')).json()).toMatchObject({ failure: 'refused', status: 401 })
    expect(refused.asked).toHaveLength(2)
    const recovered = await signedIn(
      [row('alpha', LINK)],
      replying({ status: 403 }, { body: '{"available":true}' }),
    )
    expect(await (await recovered.probe('alpha')).json()).toMatchObject({ kind: 'answered' })
  })

  const error = '{"errors":[{"context":null,"message":"m","exceptionName":null}]}'
  it.each<[string, { status?: number; body?: string }, string]>([
    ['a page for people', { body: '<html>' }, 'unreadable'],
    ['JSON without the expected fields', { body: '{"a":1}' }, 'unreadable'],
    ['an error of its own', { status: 500, body: error }, 'failing'],
    ['the page of a proxy that fails', { status: 502, body: '<html>' }, 'unreadable'],
    ['an error with an empty list', { status: 500, body: '{"errors":[]}' }, 'unreadable'],
    ['that there is no such repository', { status: 404, body: error }, 'unknown-repository'],
    ['a page that was not found', { status: 404, body: '<html>' }, 'unreadable'],
    ['that it is in maintenance', { status: 503, body: error }, 'maintenance'],
    ['the maintenance page of a proxy', { status: 503, body: '<html>' }, 'maintenance'],
    ['that it was asked too often', { status: 429, body: error }, 'rate-limited'],
    ['another refusal', { status: 400, body: error }, 'unreadable'],
  ])('that answers %s is reported as such, never as "not mirrored"', async (_name, reply, expected) => {
    const { probe } = await signedIn([row('alpha', LINK)], replying(reply))
    const result = await (await probe('alpha')).json()
    expect(result).toMatchObject({ kind: 'failed', failure: expected, status: reply.status ?? 200 })
  })

  it.each([
    ['the repository', '1', 'answered'],
    ['the repository, spelled with zeros', '01', 'answered'],
    ['another repository', '77', 'failed'],
  ])('that answers about %s (%s) is %s', async (_what, repositoryId, kind) => {
    const cloneUrls = [{ name: 'http', href: 'https://alpha.example.com/scm/hr/payroll.git' }]
    const body = JSON.stringify({ repositoryId, available: true, status: 'AVAILABLE', cloneUrls })
    const { probe } = await signedIn([row('alpha', LINK)], replying({ body }))
    const text = await (await probe('alpha')).text()
    expect(JSON.parse(text)).toMatchObject(
      kind === 'answered' ? { kind } : { kind, failure: 'other-repository', status: 200 },
    )
    expect(text.includes('payroll')).toBe(kind === 'answered')
  })

  it('reads the list of a repository once for all of its mirrors', async () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => row(id, `https://${id}.example.com/?jwt=x`))
    const { probe, upstream } = await signedIn(rows)
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(async (id) => (await probe(id)).json()))
    expect(answers).toEqual(rows.map(() => expect.objectContaining({ kind: 'answered' })))
    expect(upstream.asked).toHaveLength(rows.length)
    await probe('a', '2')
    expect(upstream.asked).toHaveLength(2 * rows.length)
  })

  it('reads the list again after a few seconds, and for another session', async () => {
    const clock = { now: NOW }
    const { probe, upstream, send } = await signedIn([row('alpha', LINK)], undefined, {
      now: () => clock.now,
    })
    await probe('alpha')
    clock.now += 5001
    await probe('alpha')
    expect(upstream.asked).toHaveLength(2)
    await send('POST', '/-/session', { token: 'bob-token' })
    await probe('alpha')
    expect(upstream.asked.at(-1)?.headers.get('authorization')).toBe('Bearer bob-token')
  })

  it('is refused as busy when too much is under way for this user', async () => {
    const concurrencyLimit = createConcurrencyLimit({ places: 0, queue: 0, waitMs: 0 })
    const { probe } = await signedIn([row('alpha', LINK)], undefined, { concurrencyLimit })
    expect(await (await probe('alpha')).json()).toMatchObject({ kind: 'failed', failure: 'busy' })
  })

  it('needs a session, and ids that a path can contain', async () => {
    const { probe, send, jar, upstream } = await signedIn([row('alpha', LINK)])
    for (const id of ['..', '', 'a/b', '1?x=1', 'a'.repeat(200)])
      expect((await probe('alpha', id)).status).toBe(400)
    expect((await send('POST', PROBE, { mirrorId: 'alpha', repositoryId: '1', url: LINK })).status).toBe(400)
    jar.cookie = ''
    expect((await probe('alpha')).status).toBe(401)
    expect(upstream.asked).toEqual([])
  })
})
