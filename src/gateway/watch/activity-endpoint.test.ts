import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { type Activity, activity } from '#contract/activity.ts'
import type { Decision } from '#gateway/forward/decision.ts'
import { endpointClient } from '#gateway/testing/endpoint-client.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'
import { watchedStore } from '#gateway/testing/watched-store.ts'

const NOW = 1_700_000_000_000

const decision = (at: number, requestId = `r${at}`): Decision => ({
  kind: 'decision',
  time: new Date(NOW + at).toISOString(),
  requestId,
  user: 'bob',
  userNamedBy: 'bitbucket',
  operation: 'acceptRequest',
  ids: { mirroringRequestId: '7' },
  outcome: 'answered',
  status: 200,
})

const NO_REQUESTS = { values: [], start: 0, limit: 1, isLastPage: true }

const alice = async (decisions: readonly Decision[], answer = () => Response.json(NO_REQUESTS)) => {
  const watched = await watchedStore({}, { decisions })
  const upstream = createFakeUpstream(answer)
  const client = endpointClient({ fetchUpstream: upstream.fetch, watched })
  await client.send('POST', '/-/session', { token: 'alice-token' })
  const read = async (before?: string): Promise<Activity> =>
    v.parse(
      activity,
      await (
        await client.send('GET', `/-/activity${before === undefined ? '' : `?before=${before}`}`)
      ).json(),
    )
  return { ...client, read, watched }
}

describe('the activity', () => {
  it('is every write through this console, the newest first, with who did it and how it was answered', async () => {
    const { read } = await alice([decision(1), decision(3), decision(2)])
    const { entries, ...rest } = await read()
    expect(entries.map(({ at }) => at - NOW)).toEqual([3, 2, 1])
    expect(entries[0]).toEqual({
      cursor: `${NOW + 3}.r3`,
      at: NOW + 3,
      requestId: 'r3',
      user: 'bob',
      isNamed: true,
      operation: 'acceptRequest',
      ids: { mirroringRequestId: '7' },
      outcome: 'answered',
      status: 200,
    })
    expect(rest).toEqual({ hasMore: false, keptSince: NOW + 1, isUnavailable: false })
  })

  it('is read on from a cursor without losing or repeating one', async () => {
    const many = Array.from({ length: 250 }, (_none, at) => decision(Math.floor(at / 2), `r${at}`))
    const { read } = await alice(many)
    const found: string[] = []
    for (let part = await read(); ; part = await read(part.entries.at(-1)?.cursor)) {
      found.push(...part.entries.map(({ requestId }) => requestId))
      if (!part.hasMore) break
    }
    expect(found).toHaveLength(250)
    expect(new Set(found).size).toBe(250)
  })

  it('says when it cannot be read', async () => {
    const { read, watched } = await alice([decision(1)])
    await watched.store.close()
    expect(await read()).toEqual({ entries: [], hasMore: false, keptSince: null, isUnavailable: true })
  })

  it('is for those to whom Bitbucket lists the mirroring requests', async () => {
    const refusal = { errors: [{ context: null, message: 'No', exceptionName: 'AuthorisationException' }] }
    const { send } = await alice([decision(1)], () => Response.json(refusal, { status: 401 }))
    const answer = await send('GET', '/-/activity')
    expect(answer.status).toBe(401)
    expect(await answer.text()).not.toContain('bob')
  })

  it.each(['?before=x', '?before=1', '?after=1.r', `?before=${'1'.repeat(16)}.r`, '?before=1.%0a'])(
    'is refused for %s',
    async (query) => {
      const { send } = await alice([])
      expect((await send('GET', `/-/activity${query}`)).status).toBe(400)
    },
  )

  it('needs a session, and reads only', async () => {
    const { send } = await alice([])
    expect((await send('DELETE', '/-/activity')).status).toBe(405)
    const stranger = endpointClient({
      fetchUpstream: createFakeUpstream().fetch,
      watched: await watchedStore({}),
    })
    expect((await stranger.send('GET', '/-/activity')).status).toBe(401)
  })
})
