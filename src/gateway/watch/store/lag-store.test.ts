import { describe, expect, it } from 'vitest'
import { HISTORY_KEPT_MS } from '#contract/history.ts'
import { reportedPush, reportedSync } from '#gateway/testing/lag-events.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import { STORE_DATABASES } from '#gateway/testing/store-databases.ts'
import type { OpenLag } from '#gateway/watch/lag/open-lag.ts'
import { createWatchStore, type WatchStore } from './watch-store.ts'

const SECOND = 1000
const MINUTE = 60_000
const HOUR = 3_600_000
/** The beginning of an hour. */
const T = 1_800_000_000_000

const behindIn = async (store: WatchStore, now: number, from = T - HOUR, to = now) =>
  Object.fromEntries(await store.lag.behindOf(['a', 'b', 'off'], { from, to }, now))

const canary = (mirrorId: string, at: number, kind: OpenLag['kind'] = 'pending'): OpenLag => ({
  kind,
  mirrorId,
  repositoryId: 'c',
  projectId: 'repository c',
  at,
  toldAt: at,
})

describe.each(STORE_DATABASES)('how far mirrors are behind in $name', ({ isMissing, use }) => {
  describe.skipIf(isMissing)('is', () => {
    const newDatabase = use()
    const openNew = async () => {
      const open = await newDatabase()
      const driver = await open()
      const store = createWatchStore(driver)
      await store.addRound(seenRound(T, { a: 'healthy', b: 'failing', off: 'disabled' }))
      return { open, driver, store }
    }
    /** A store that knows which mirrors copy the project of tests. */
    const knowing = async (mirrorIds = ['a', 'b', 'off']) => {
      const opened = await openNew()
      for (const id of mirrorIds) await opened.store.lag.addSync(reportedSync(id, 'first', T - MINUTE))
      return opened
    }

    it('not known before anything was reported', async () => {
      const { store } = await openNew()
      await store.lag.addPush(reportedPush('r', T))
      expect(await behindIn(store, T + MINUTE)).toEqual({})
    })

    it('nothing while nothing waits, and not said of a mirror that is disabled', async () => {
      const { store } = await knowing()
      const calm = { kind: 'webhook', nowMs: 0, p50Ms: null, p95Ms: null, slowest: [] }
      expect(await behindIn(store, T + MINUTE)).toEqual({ a: calm, b: calm, off: { ...calm, nowMs: null } })
    })

    it('the age of the oldest push that waits, and the time that each took', async () => {
      const { store } = await knowing(['a', 'b'])
      const { lag } = store
      await lag.addPush(reportedPush('r', T))
      await lag.addPush(reportedPush('s', T + 10 * SECOND))
      await lag.addPush(reportedPush('s', T + 12 * SECOND))
      await lag.addSync(reportedSync('a', 'r', T + 2 * SECOND))
      await lag.addSync(reportedSync('a', 's', T + 15 * SECOND))
      const found = await behindIn(store, T + MINUTE)
      expect(found['a']).toEqual({
        kind: 'webhook',
        nowMs: 0,
        p50Ms: 3138,
        p95Ms: 5000,
        slowest: [
          { repositoryId: 's', ms: 5 * SECOND },
          { repositoryId: 'r', ms: 2 * SECOND },
        ],
      })
      expect(found['b']).toEqual({
        kind: 'webhook',
        nowMs: MINUTE,
        p50Ms: null,
        p95Ms: null,
        slowest: [
          { repositoryId: 'r', ms: MINUTE },
          { repositoryId: 's', ms: 50 * SECOND },
        ],
      })
    })

    it('counted once, whatever comes twice or late', async () => {
      const { store, driver } = await knowing(['a'])
      const { lag } = store
      await lag.addSync(reportedSync('a', 'r', T + 5 * SECOND))
      for (const _time of [1, 2]) await lag.addPush(reportedPush('r', T))
      await lag.addSync(reportedSync('a', 'r', T + 3 * SECOND))
      expect((await behindIn(store, T + MINUTE))['a']).toMatchObject({ nowMs: 0, p50Ms: 5000 })
      // In an hour and in a day.
      expect(await driver.run('SELECT counts FROM lag_count')).toEqual([
        { counts: '18:1' },
        { counts: '18:1' },
      ])
    })

    it('of a time that has passed what was counted in its hours, and nothing of the present', async () => {
      const { store } = await knowing(['a'])
      const { lag } = store
      await lag.addPush(reportedPush('r', T))
      await lag.addSync(reportedSync('a', 'r', T + 2 * SECOND))
      await lag.addPush(reportedPush('s', T + 2 * HOUR))
      const now = T + 3 * HOUR
      expect((await behindIn(store, now, T, T + HOUR))['a']).toMatchObject({
        nowMs: null,
        p50Ms: 2000,
        slowest: [{ repositoryId: 'r', ms: 2000 }],
      })
      expect((await behindIn(store, now, T + HOUR, T + 2 * HOUR))['a']).toMatchObject({
        nowMs: null,
        p50Ms: null,
        slowest: [],
      })
    })

    it('of a long time what was counted in its days', async () => {
      const { store } = await knowing(['a'])
      const { lag } = store
      const day = 24 * HOUR
      for (const at of [T, T + 2 * day, T + 4 * day]) {
        await lag.addPush(reportedPush('r', at))
        await lag.addSync(reportedSync('a', 'r', at + (1 + (at - T) / day) * SECOND))
      }
      expect((await behindIn(store, T + 4 * day + MINUTE, T))['a']).toMatchObject({
        p50Ms: 3138,
        p95Ms: 5000,
      })
      expect((await behindIn(store, T + 4 * day + MINUTE, T + 2 * day))['a']).toMatchObject({ p50Ms: 3138 })
    })

    it('not waited for where the mirror copies another project, or is gone', async () => {
      const { store } = await knowing(['a', 'gone'])
      await store.lag.addPush(reportedPush('r', T, 'another'))
      await store.lag.addPush(reportedPush('s', T))
      const all = await Promise.all(['a', 'gone'].map((id) => store.lag.openBefore(id, T + HOUR, 10)))
      const open = all.flat()
      expect(open.map(({ mirrorId, repositoryId }) => [mirrorId, repositoryId])).toEqual([['a', 's']])
    })

    it('not known any more when nothing was reported for over a day', async () => {
      const { store } = await knowing(['a'])
      await store.lag.addPush(reportedPush('r', T))
      expect((await behindIn(store, T + 24 * HOUR))['a']).toMatchObject({ nowMs: 24 * HOUR })
      expect(await behindIn(store, T + 24 * HOUR + 1, T + HOUR)).toEqual({})
    })

    it('at most so much where a canary changed, once the mirror was asked', async () => {
      const { store } = await openNew()
      const { lag } = store
      await lag.keepCanary('c', 'hash', T)
      await lag.keepOpen([canary('a', T), canary('b', T)])
      expect(await behindIn(store, T + MINUTE)).toEqual({})
      await lag.confirm(canary('b', T))
      await lag.end(canary('a', T), T + 30 * SECOND, 30 * SECOND)
      expect(await behindIn(store, T + MINUTE)).toEqual({
        a: {
          kind: 'canary',
          nowMs: 0,
          p50Ms: 30_000,
          p95Ms: 30_000,
          slowest: [{ repositoryId: 'c', ms: 30_000 }],
        },
        b: {
          kind: 'canary',
          nowMs: MINUTE,
          p50Ms: null,
          p95Ms: null,
          slowest: [{ repositoryId: 'c', ms: MINUTE }],
        },
      })
      // Nobody could ask this mirror about the next change, so that it has it is not known.
      await lag.keepOpen([canary('a', T + MINUTE)])
      await lag.keepCanary('c', 'next', T + 5 * MINUTE)
      expect((await behindIn(store, T + 5 * MINUTE))['a']).toMatchObject({ nowMs: null })
      expect(await lag.canaries()).toEqual(new Map([['c', { hash: 'next', at: T + 5 * MINUTE }]]))
    })

    it('not waited for any more where the mirror says that it does not copy the repository', async () => {
      const { store } = await knowing(['a'])
      await store.lag.addPush(reportedPush('r', T))
      const [open] = await store.lag.openBefore('a', T, 10)
      expect(open).toMatchObject({ mirrorId: 'a', repositoryId: 'r', kind: 'webhook' })
      if (open !== undefined) await store.lag.drop(open)
      await store.lag.addPush(reportedPush('r', T + SECOND))
      expect(await store.lag.openBefore('a', T + HOUR, 10)).toEqual([])
    })

    it('bounded, and the oldest push stays', async () => {
      const { store, driver } = await knowing(['a'])
      await driver.transaction(async (run) => {
        for (let at = 1; at <= 1999; at += 1) {
          await run(
            `INSERT INTO lag_open (kind, mirror_id, repository_id, project_id, at_ms, told_ms)
             VALUES ('webhook', 'a', 'busy', 'p', $1, $1)`,
            [T + at],
          )
        }
      })
      await store.lag.addPush(reportedPush('r', T + 5 * SECOND))
      await store.lag.addPush(reportedPush('r', T + 6 * SECOND))
      expect(await store.lag.openBefore('a', T + HOUR, 5000)).toHaveLength(2000)
      expect((await behindIn(store, T + MINUTE))['a']).toMatchObject({ nowMs: MINUTE - 1 })
    })

    it('kept in a database that an older version made, beside what it held', async () => {
      const { store, open } = await openNew()
      await store.close()
      const older = await open()
      for (const table of ['project', 'push', 'sync', 'open', 'canary', 'count']) {
        await older.run(`DROP TABLE lag_${table}`)
      }
      await older.run('DROP TABLE silence')
      await older.run('UPDATE schema_version SET version = 1')
      await older.close()
      const again = createWatchStore(await open())
      await again.lag.addSync(reportedSync('a', 'r', T))
      expect(await behindIn(again, T + MINUTE)).toMatchObject({ a: { nowMs: 0 } })
      expect(await again.lastRoundAt()).toBe(T)
    })

    it('the same after the store was closed and opened, and forgotten after 90 days', async () => {
      const { store, open } = await knowing(['a'])
      await store.lag.addPush(reportedPush('r', T))
      await store.lag.addPush(reportedPush('s', T))
      await store.lag.addSync(reportedSync('a', 'r', T + 2 * SECOND))
      const before = await behindIn(store, T + MINUTE)
      await store.close()
      const driver = await open()
      const again = createWatchStore(driver)
      expect(await behindIn(again, T + MINUTE)).toEqual(before)
      await again.addRound(seenRound(T + HISTORY_KEPT_MS + 2 * HOUR, { a: 'healthy' }))
      for (const table of ['project', 'push', 'sync', 'open', 'count']) {
        expect(await driver.run(`SELECT * FROM lag_${table}`)).toEqual([])
      }
    })
  })
})
