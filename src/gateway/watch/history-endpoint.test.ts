import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { type History, history } from '#contract/history.ts'
import type { Watched } from '#gateway/watch/watched.ts'
import { endpointClient } from '#gateway/testing/endpoint-client.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'
import { watchedStore } from '#gateway/testing/watched-store.ts'

const NOW = 1_700_000_000_000
const HOUR = 3_600_000
const DAY = 24 * HOUR

const SEEN = {
  a: [
    { from: NOW - 3 * HOUR, to: NOW - 2 * HOUR, verdict: 'healthy' as const },
    { from: NOW - 2 * HOUR, to: NOW - HOUR, verdict: 'timed-out' as const },
    { from: NOW - HOUR, to: NOW - 30_000, verdict: 'healthy' as const },
  ],
  hidden: [{ from: NOW - HOUR, to: NOW - 30_000, verdict: 'refused' as const }],
}

const row = (id: string) => ({ id, name: id, baseUrl: `https://${id}.example.com`, enabled: true })

/** Alice, to whom Bitbucket lists the mirrors `ids`, before a console that watches. */
const alice = async (ids: readonly string[], watched: Watched | null) => {
  const upstream = createFakeUpstream(() =>
    Response.json({ values: ids.map(row), start: 0, limit: 100, isLastPage: true }),
  )
  const client = endpointClient({ fetchUpstream: upstream.fetch, now: () => NOW, watched })
  await client.send('POST', '/-/session', { token: 'alice-token' })
  const read = async (query = ''): Promise<History> =>
    v.parse(history, await (await client.send('GET', `/-/history${query}`)).json())
  return { ...client, read }
}

describe('the history', () => {
  it('is what was seen in the last day, of the mirrors that Bitbucket lists for this user', async () => {
    const { read } = await alice(['a', 'never-watched'], await watchedStore(SEEN))
    expect(await read()).toEqual({
      from: NOW - DAY,
      to: NOW,
      lastRoundAt: NOW - 30_000,
      problem: null,
      mirrors: [
        { mirrorId: 'a', spans: SEEN.a, measures: [], stepMs: 0, behind: null },
        { mirrorId: 'never-watched', spans: [], measures: [], stepMs: 0, behind: null },
      ],
    })
  })

  it('has nothing of a mirror that Bitbucket does not list, also when it is named', async () => {
    const { read } = await alice(['a'], await watchedStore(SEEN))
    expect((await read('?mirror=hidden')).mirrors).toEqual([])
    expect((await read('?mirror=hidden&measures=1')).mirrors).toEqual([])
    expect(JSON.stringify(await read())).not.toContain('refused')
  })

  it('tells spans whole that reach into the time asked for, and what was measured', async () => {
    const { read } = await alice(['a'], await watchedStore(SEEN))
    const at = NOW - 90 * 60_000
    expect((await read(`?from=${at}&to=${at + 1}`)).mirrors[0]?.spans).toEqual([SEEN.a[1]])
    const measured = await read(`?last=${4 * HOUR}&mirror=a&measures=1`)
    expect(measured.mirrors[0]?.stepMs).toBe(60_000)
    expect(measured.mirrors[0]?.measures[0]).toEqual({
      at: NOW - 3 * HOUR - ((NOW - 3 * HOUR) % 60_000),
      tookMs: 20,
      longestMs: 20,
      clockDifferenceMs: 500,
    })
    expect((await read(`?last=${30 * DAY}&mirror=a&measures=1`)).mirrors[0]?.stepMs).toBe(HOUR)
  })

  it('says what keeps the watch from its work', async () => {
    const { read } = await alice(['a'], await watchedStore({}, { problem: 'signed-out' }))
    expect(await read()).toMatchObject({ problem: 'signed-out', lastRoundAt: null })
  })

  it('claims nothing when the store cannot be read', async () => {
    const watched = await watchedStore(SEEN)
    await watched.store.close()
    const { read } = await alice(['a'], watched)
    expect(await read()).toMatchObject({ problem: 'store', lastRoundAt: null, mirrors: [] })
  })

  it.each([
    '?hours=3',
    '?from=yesterday',
    '?from=-1',
    '?from=5&to=4',
    `?from=${NOW - 92 * DAY}`,
    `?to=${NOW + 2 * DAY}`,
    '?measures=1',
    `?last=${9 * DAY}`,
    `?last=${9 * DAY}&mirror=a&mirror=b`,
    '?mirror=a&mirror=b&measures=1',
    `?last=${'9'.repeat(16)}`,
    `?${Array.from({ length: 101 }, (_none, at) => `mirror=${at}`).join('&')}`,
  ])('is refused for %s', async (query) => {
    const { send } = await alice(['a'], await watchedStore({}))
    expect((await send('GET', `/-/history${query}`)).status).toBe(400)
  })

  it('needs a session, reads only, and is not there where nobody watches', async () => {
    const { send } = await alice(['a'], await watchedStore({}))
    expect((await send('POST', '/-/history', {})).status).toBe(405)
    const stranger = endpointClient({
      fetchUpstream: createFakeUpstream().fetch,
      watched: await watchedStore({}),
    })
    expect((await stranger.send('GET', '/-/history')).status).toBe(401)
    const unwatched = await alice(['a'], null)
    expect((await unwatched.send('GET', '/-/history')).status).toBe(404)
  })

  it('passes on that Bitbucket does not list its mirrors to this user', async () => {
    const refusal = { errors: [{ context: null, message: 'No', exceptionName: 'AuthorisationException' }] }
    const upstream = createFakeUpstream(() => Response.json(refusal, { status: 403 }))
    const client = endpointClient({ fetchUpstream: upstream.fetch, watched: await watchedStore(SEEN) })
    await client.send('POST', '/-/session', { token: 'alice-token' })
    expect((await client.send('GET', '/-/history')).status).toBe(403)
  })
})
