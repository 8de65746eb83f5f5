import { describe, expect, it } from 'vitest'
import type { MirrorReply } from '#gateway/mirrors/mirror-reply.ts'
import { reportedPush, reportedSync } from '#gateway/testing/lag-events.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import { openWatchStore } from '#gateway/watch/store/open-watch-store.ts'
import type { WatchedMirror } from '#gateway/watch/watch-fleet.ts'
import type { WatchState } from '#gateway/watch/watch.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { createLagWatch } from './lag-watch.ts'

const NOW = 1_700_000_000_000
const MINUTE = 60_000
const UPSTREAM = 'https://bitbucket.example.com'

const row = (id: string) => ({ id, name: id, baseUrl: `https://${id}.example.com`, enabled: true })
const watched = (id: string, kind: VerdictKind): WatchedMirror => ({
  mirror: {
    ...row(id),
    enabled: kind !== 'disabled',
    lastSeenDate: NOW,
    mirrorType: null,
    productType: null,
    productVersion: null,
  },
  verdict: { kind, checkedAt: NOW, since: null, detail: null, clockDifferenceMs: null },
  check: null,
  certificateEnds: null,
})
const page = (values: readonly unknown[]) => Response.json({ values, start: 0, limit: 100, isLastPage: true })

/** A lag watch over mirrors with these verdicts, a Bitbucket whose repositories have `hashes`, and what was asked. */
const setUp = async (
  verdicts: Readonly<Record<string, VerdictKind>>,
  { repositories = ['7'], isLeader = true }: { repositories?: string[] | null; isLeader?: boolean } = {},
) => {
  const world = {
    time: NOW,
    hashes: new Map([['7', 'one']]),
    /** What mirrors say of every repository, by their ids; those that are not here do not answer. */
    says: new Map<string, object>(),
    listed: [{ id: 7, name: 'seven', project: { id: 1, key: 'A' } }] as readonly object[],
  }
  const asked: string[] = []
  const memory = await openWatchStore({ kind: 'memory' })
  await memory.addRound(seenRound(NOW, verdicts))
  const state = (): WatchState => ({
    fleet: {
      at: world.time,
      clockDifferenceMs: 0,
      pendingRequests: null,
      isWhole: true,
      mirrors: Object.entries(verdicts).map(([id, kind]) => watched(id, kind)),
    },
    problem: null,
    seenAt: world.time,
  })
  const askMirror = (link: URL): Promise<MirrorReply> => {
    const [id = ''] = link.hostname.split('.')
    asked.push(`${id} ${link.pathname}`)
    const says = world.says.get(id)
    const body = JSON.stringify({ repositoryId: link.pathname.slice(1), ...says })
    return Promise.resolve(
      says === undefined
        ? { kind: 'failed', failure: 'timed-out', status: null, date: null, detail: null }
        : { kind: 'replied', status: 200, date: new Date(world.time).toUTCString(), body },
    )
  }
  const { round } = createLagWatch({
    watching: {
      authorization: 'Bearer watcher',
      store: { ...memory, isLeader: () => Promise.resolve(isLeader) },
    },
    watch: { state },
    source: {
      upstream: UPSTREAM,
      fetchUpstream: (request) => {
        expect(request.headers.get('authorization')).toBe('Bearer watcher')
        const { pathname } = new URL(request.url)
        asked.push(pathname)
        const [, id = ''] = /repos\/(\d+)/.exec(pathname) ?? []
        const links = Object.keys(verdicts).map((mirrorId) => ({
          mirrorServer: row(mirrorId),
          links: { self: [{ href: `https://${mirrorId}.example.com/${id}?jwt=secret` }] },
        }))
        if (pathname.endsWith('/mirrors')) return Promise.resolve(page(links))
        if (id === '') return Promise.resolve(page(world.listed))
        const contentHash = world.hashes.get(id)
        return Promise.resolve(Response.json({ id: Number(id), name: id, properties: { contentHash } }))
      },
    },
    askMirror,
    repositories,
    now: () => world.time,
  })
  const behind = async () =>
    Object.fromEntries(
      await memory.lag.behindOf(Object.keys(verdicts), { from: NOW, to: world.time }, world.time),
    )
  const later = async (ms = MINUTE) => {
    world.time += ms
    await memory.addRound(seenRound(world.time, verdicts))
    await round()
  }
  return {
    world,
    asked,
    round,
    behind,
    later,
    lag: memory.lag,
    mirrorsAsked: () => asked.filter((one) => !one.startsWith('/')),
  }
}

const updated = (at: number) => ({ available: true, status: 'AVAILABLE', lastUpdated: at })

describe('samples', () => {
  it('ask no mirror anything until one changes', async () => {
    const { round, later, mirrorsAsked, behind } = await setUp({ a: 'healthy' })
    await round()
    await later()
    expect(mirrorsAsked()).toEqual([])
    expect(await behind()).toEqual({})
  })

  it('say the most that each mirror was behind, from the look before the change', async () => {
    const { world, round, later, behind } = await setUp({ a: 'healthy', b: 'healthy', c: 'healthy' })
    await round()
    world.hashes.set('7', 'two')
    world.says.set('a', updated(NOW + 20_000))
    world.says.set('b', updated(NOW - 20_000))
    world.says.set('c', { available: false, status: 'NOT_MIRRORED' })
    await later()
    const found = await behind()
    expect(found['a']).toMatchObject({ kind: 'canary', nowMs: 0, p50Ms: 20_000 })
    expect(found['b']).toMatchObject({
      kind: 'canary',
      nowMs: MINUTE,
      p50Ms: null,
      slowest: [{ repositoryId: '7', ms: MINUTE }],
    })
    expect(found['c']).toBeUndefined()
    world.says.set('b', updated(NOW + 90_000))
    await later()
    expect((await behind())['b']).toMatchObject({ nowMs: 0, p50Ms: 90_000 })
  })

  it('do not call a mirror up to date, or behind, that could not be asked', async () => {
    const { world, round, later, behind } = await setUp({ a: 'healthy' })
    await round()
    world.hashes.set('7', 'two')
    world.says.set('a', updated(NOW + 20_000))
    await later()
    world.hashes.set('7', 'three')
    world.says.delete('a')
    await later()
    await later(4 * MINUTE)
    expect((await behind())['a']).toMatchObject({ nowMs: null })
  })

  it('say nothing of a change after a long time without a look, or of a hash that is not known', async () => {
    const { world, round, later, mirrorsAsked } = await setUp({ a: 'healthy' })
    await round()
    world.hashes.set('7', 'two')
    await later(6 * MINUTE)
    world.hashes.set('7', '0'.repeat(40))
    await later()
    world.hashes.set('7', 'two')
    await later()
    expect(mirrorsAsked()).toEqual([])
  })

  it('leave mirrors alone that are disabled or known to be down', async () => {
    const { world, round, later, mirrorsAsked } = await setUp({
      a: 'unreachable',
      b: 'disabled',
      c: 'healthy',
    })
    await round()
    world.hashes.set('7', 'two')
    await later()
    expect(mirrorsAsked()).toEqual(['c /7'])
  })

  it('are the first repository of each of twenty projects where none are named', async () => {
    const { world, round, asked } = await setUp({ a: 'healthy' }, { repositories: null })
    world.listed = Array.from({ length: 60 }, (_none, at) => ({
      id: at + 1,
      name: `r${at}`,
      project: { id: Math.floor(at / 2), key: `P${at}` },
    }))
    await round()
    const looked = asked.flatMap((path) => /repos\/(\d+)$/.exec(path)?.[1] ?? [])
    expect(looked.map(Number).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_none, at) => 2 * at + 1),
    )
    await round()
    expect(asked.filter((path) => path.endsWith('/repos'))).toHaveLength(1)
  })

  it('are looked at by the one replica that watches', async () => {
    const { round, asked } = await setUp({ a: 'healthy' }, { isLeader: false })
    await round()
    expect(asked).toEqual([])
  })

  it('never cost more than two hundred questions, and every mirror has its turn', async () => {
    const ids = Array.from({ length: 150 }, (_none, at) => `m${at}`)
    const verdicts = Object.fromEntries(ids.map((id) => [id, 'healthy' as const]))
    const { world, round, later, asked, mirrorsAsked } = await setUp(verdicts)
    await round()
    world.hashes.set('7', 'two')
    asked.length = 0
    await later()
    expect(asked.length).toBeLessThanOrEqual(200)
    await later()
    expect(new Set(mirrorsAsked()).size).toBe(150)
  })
})

describe('a push whose end was not reported', () => {
  it('is asked about after two minutes, and has ended when the mirror has it', async () => {
    const { world, later, behind, lag, mirrorsAsked } = await setUp(
      { a: 'healthy', b: 'healthy' },
      { repositories: [] },
    )
    for (const id of ['a', 'b']) await lag.addSync(reportedSync(id, 'first', NOW - MINUTE))
    await lag.addPush(reportedPush('9', NOW))
    world.says.set('a', updated(NOW + 30_000))
    world.says.set('b', { available: false, status: 'NOT_MIRRORED' })
    await later()
    expect(mirrorsAsked()).toEqual([])
    await later()
    const found = await behind()
    expect(found['a']).toMatchObject({ kind: 'webhook', nowMs: 0, p50Ms: 30_000 })
    // It does not copy the project any more, so it is not waited for.
    expect(found['b']).toBeUndefined()
  })
})
