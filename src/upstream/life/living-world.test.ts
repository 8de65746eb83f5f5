import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { SEED_NAMES } from '#upstream/seed-names.ts'
import { mirrorIdOf } from '#upstream/seeds/make-mirror.ts'
import { ask } from '#upstream/testing/ask.ts'
import { askMirror } from '#upstream/testing/ask-mirror.ts'
import { inMemory, START } from '#upstream/testing/in-memory.ts'

type InMemory = ReturnType<typeof inMemory>

const KEYS = ['dublin', 'virginia', 'mumbai', 'build-farm'] as const

const hashesOf = async ({ admin }: InMemory) => {
  const { values } = await ask(admin, 'listRepositories', { query: { limit: 100 } })
  return Object.fromEntries(values.map(({ id, properties }) => [id, properties]))
}
const statusOf = async ({ small }: InMemory, key: string, path = '/status') => {
  const response = await small.fetchMirror(new Request(`http://${key}.mirrors.test:7993${path}`))
  return { code: response.status, body: v.parse(v.record(v.string(), v.unknown()), await response.json()) }
}
/** When a mirror says that it last updated a repository, in ms since the start. */
const updatedOn = async ({ small, admin }: InMemory, key: string, id: string) =>
  Number((await askMirror(small, admin, mirrorIdOf(key), id)).lastUpdated) - START

describe('a small Bitbucket that lives', () => {
  it.each(SEED_NAMES)(
    'lists every mirror of the seed "%s", whatever its id, as a still one does',
    async (seed) => {
      const idsOf = async (live: boolean) => {
        const { values } = await ask(inMemory({ live, seed }).admin, 'listMirrors', {
          query: { limit: 1000 },
        })
        return values.map(({ id }) => id)
      }
      expect(await idsOf(true)).toEqual(await idsOf(false))
    },
  )

  it('tells a new content hash after a push, in the list and on its own, and the same metadata hash', async () => {
    const world = inMemory({ live: true })
    const before = await hashesOf(world)
    world.pass(8_000)
    const after = await hashesOf(world)
    const changed = Object.keys(after).filter(
      (id) => JSON.stringify(after[id]?.contentHash) !== JSON.stringify(before[id]?.contentHash),
    )
    expect(changed).toHaveLength(1)
    const [repoId = ''] = changed
    const alone = await ask(world.admin, 'getRepository', { parameters: { repoId } })
    expect(alone.properties.contentHash).toEqual(after[repoId]?.contentHash)
    expect(after[repoId]?.metadataHash).toEqual(before[repoId]?.metadataHash)
  })

  it('has mirrors whose repository is updated after their own delay, and not before', async () => {
    const world = inMemory({ live: true })
    const before = await hashesOf(world)
    const pushedTo = async () => {
      const now = await hashesOf(world)
      return Object.keys(now).find(
        (id) => JSON.stringify(now[id]?.contentHash) !== JSON.stringify(before[id]?.contentHash),
      )
    }
    while ((await pushedTo()) === undefined) world.pass(250)
    const pushedAt = world.now() - START
    const id = (await pushedTo()) ?? ''
    const seen = { dublin: 0, virginia: 0, mumbai: 0 }
    for (const key of ['dublin', 'virginia', 'mumbai'] as const) {
      expect(await updatedOn(world, key, id)).toBeLessThan(0)
    }
    for (const key of ['dublin', 'virginia', 'mumbai'] as const) {
      while ((await updatedOn(world, key, id)) < 0) world.pass(500)
      seen[key] = (await updatedOn(world, key, id)) - pushedAt
    }
    expect(seen.dublin).toBeGreaterThan(500)
    expect(seen.dublin).toBeLessThanOrEqual(3_000)
    expect(seen.mumbai).toBeGreaterThan(17_000)
    expect(seen.mumbai).toBeLessThanOrEqual(52_500)
  })

  it('has a mirror that answers 503, sends no heartbeat meanwhile, and comes back', async () => {
    const world = inMemory({ live: true })
    const lastSeen = async () => {
      const mirror = await ask(world.admin, 'getMirror', { parameters: { mirrorId: mirrorIdOf('virginia') } })
      return (mirror.lastSeenDate ?? 0) - START
    }
    const seen: unknown[] = []
    for (const ms of [39_000, 1_000, 44_000, 1_000]) {
      world.pass(ms)
      const { code } = await statusOf(world, 'virginia')
      seen.push([code, Math.floor((world.now() - START - (await lastSeen())) / 10_000)])
    }
    expect(seen).toEqual([
      [200, 0],
      [503, 0],
      [503, 5],
      [200, 0],
    ])
  })

  it('has a mirror that counts its repositories again, at both addresses, and one that is slow', async () => {
    const world = inMemory({ live: true })
    world.pass(60_000)
    const progress = '/rest/mirroring/latest/progress'
    expect((await statusOf(world, 'mumbai')).body).toMatchObject({
      state: 'METADATA_SYNCHRONIZED',
      syncedRepos: 12,
      totalRepos: 30,
    })
    world.pass(37_500)
    expect((await statusOf(world, 'mumbai', progress)).body).toMatchObject({
      syncedRepos: 21,
      totalRepos: 30,
    })
    const asked = world.now()
    expect((await statusOf(world, 'build-farm')).code).toBe(200)
    expect(world.now() - asked).toBe(3_000)
    world.pass(40_000)
    expect((await statusOf(world, 'mumbai')).body).toMatchObject({ state: 'SYNCHRONIZED', syncedRepos: 30 })
  })

  it('knows no past: before the first push everything is as in a still one', async () => {
    const [live, still] = [inMemory({ live: true }), inMemory()]
    for (const world of [live, still]) world.pass(5_000)
    expect(await hashesOf(live)).toEqual(await hashesOf(still))
    for (const key of KEYS) expect(await updatedOn(live, key, '11')).toBe(await updatedOn(still, key, '11'))
  })

  it('clones a repository to a mirror that has just been accepted, and ends a reported failure by the next push', async () => {
    const world = inMemory({ live: true })
    await world.admin('/rest/mirroring/latest/requests/6/accept', {
      method: 'POST',
      headers: { 'x-atlassian-token': 'no-check' },
    })
    const statusOn = async (key: string) =>
      (await askMirror(world.small, world.admin, mirrorIdOf(key), '11')).status
    expect(await statusOn('sydney')).toBe('INITIALIZING')
    await world.admin(`/rest/mirroring/latest/mirrorServers/${mirrorIdOf('dublin')}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'SYNCHRONIZATION_FAILED', upstreamRepoId: '11' }),
    })
    world.pass(3_000)
    expect(await statusOn('dublin')).toBe('ERROR_AVAILABLE')
    world.pass(300_000)
    expect(await statusOn('dublin')).toBe('AVAILABLE')
    expect(await statusOn('sydney')).toBe('AVAILABLE')
  })
})

describe('a small Bitbucket by default', () => {
  it('is as still as it always was', async () => {
    const world = inMemory()
    const hashes = await hashesOf(world)
    const seen: unknown[] = []
    for (const ms of [45_000, 25_000, 530_000, 3_000_000]) {
      world.pass(ms)
      expect(await hashesOf(world)).toEqual(hashes)
      const updates: number[] = []
      for (const key of KEYS) {
        expect((await statusOf(world, key)).body).toMatchObject({ state: 'SYNCHRONIZED' })
        updates.push(await updatedOn(world, key, '11'))
      }
      seen.push(updates)
    }
    // Recorded before small Bitbuckets could live.
    expect(seen).toEqual([
      [-219_960, -25_584, 26_050, -179_140],
      [-219_960, -25_584, 26_050, -179_140],
      [424_824, 506_202, 597_472, 368_645],
      [3_326_352, 3_519_656, 3_549_819, 3_107_570],
    ])
    expect(world.now() - START).toBe(3_600_000)
  })
})
