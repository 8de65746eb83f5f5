import { describe, expect, it } from 'vitest'
import { type OpenDatabase, STORE_DATABASES } from '#gateway/testing/store-databases.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import type { SqlDriver } from './sql-driver.ts'
import { createWatchStore, type WatchStore } from './watch-store.ts'

const MINUTE = 60_000
const HOUR = 3_600_000
/** The beginning of an hour. */
const T = 1_800_000_000_000
const ALL = { from: 0, to: T * 2 }

const spansIn = async (store: WatchStore, mirrorIds: readonly string[], range = ALL) =>
  Object.fromEntries(
    [...(await store.spansOf(mirrorIds, range))].map(([id, spans]) => [
      id,
      spans.map(({ from, to, verdict }) => [from - T, to - T, verdict]),
    ]),
  )

/** All that a store keeps of these mirrors. */
const keptIn = async (store: WatchStore, mirrorId: string) => ({
  last: await store.lastRoundAt(),
  spans: await spansIn(store, [mirrorId]),
  minutes: await store.measuresOf(mirrorId, { from: T, to: T + HOUR }),
  hours: await store.measuresOf(mirrorId, { from: T - 27 * HOUR, to: T + HOUR }),
})

/** The same database, in which the n-th statement of every transaction fails. */
const failingAt = (driver: SqlDriver, failing: () => number): SqlDriver => ({
  ...driver,
  transaction: (work) => {
    let statements = 0
    return driver.transaction((run) =>
      work((sql, values) => {
        statements += 1
        return statements === failing() ? run('SELECT nothing FROM nowhere') : run(sql, values)
      }),
    )
  },
})

describe.each(STORE_DATABASES)('what the watch keeps in $name', ({ isMissing, use }) => {
  describe.skipIf(isMissing)('is told', () => {
    const newDatabase = use()
    const openNew = async (): Promise<{ readonly open: OpenDatabase; readonly store: WatchStore }> => {
      const open = await newDatabase()
      return { open, store: createWatchStore(await open()) }
    }

    it('as spans of each mirror that was asked for, where they touch a time', async () => {
      const { store } = await openNew()
      await store.addRound(seenRound(T, { a: 'healthy', b: 'healthy', c: 'healthy' }))
      await store.addRound(seenRound(T + 30_000, { a: 'unreachable', b: 'healthy', c: 'unreachable' }))
      await store.addRound(seenRound(T + 60_000, { a: 'healthy', b: 'healthy' }))
      const first = [0, 30_000, 'healthy']
      const second = [30_000, 60_000, 'unreachable']
      const third = [60_000, 60_000, 'healthy']
      expect(await spansIn(store, ['a', 'b', 'unknown'])).toEqual({
        a: [first, second, third],
        b: [[0, 60_000, 'healthy']],
      })
      expect(await spansIn(store, ['a'], { from: T + 30_001, to: T + 59_999 })).toEqual({ a: [second] })
      expect(await spansIn(store, ['a'], { from: T - 9, to: T })).toEqual({ a: [first] })
      expect(await spansIn(store, ['a'], { from: T + 60_000, to: T + 60_001 })).toEqual({
        a: [second, third],
      })
      expect(await spansIn(store, ['a', 'b'], { from: T + 60_001, to: T + HOUR })).toEqual({})
      expect(await spansIn(store, [])).toEqual({})
    })

    it('with a hole where nobody watched', async () => {
      const { store } = await openNew()
      await store.addRound(seenRound(T, { a: 'healthy' }))
      await store.addRound(seenRound(T + HOUR, { a: 'healthy' }))
      expect(await spansIn(store, ['a'])).toEqual({
        a: [
          [0, 0, 'healthy'],
          [HOUR, HOUR, 'healthy'],
        ],
      })
    })

    it('as means by the minute of a short time, and by the hour of a long one', async () => {
      const { store } = await openNew()
      const add = (after: number, tookMs: number | null, clockDifferenceMs: number | null) =>
        store.addRound(
          seenRound(T + after, { a: 'healthy', b: 'unreachable' }, { tookMs, clockDifferenceMs }),
        )
      await add(0, 10.4, -100)
      await add(30_000, 20, null)
      await add(MINUTE, null, null)
      await add(HOUR, 60, 300)
      await add(HOUR + 59_999, null, -50)
      const { stepMs, measures } = await store.measuresOf('a', { from: T + 30_000, to: T + HOUR + 59_999 })
      expect(stepMs).toBe(MINUTE)
      expect(measures).toEqual([
        { at: T, tookMs: 15, longestMs: 20, clockDifferenceMs: -100 },
        { at: T + MINUTE, tookMs: null, longestMs: null, clockDifferenceMs: null },
        { at: T + HOUR, tookMs: 60, longestMs: 60, clockDifferenceMs: 125 },
      ])
      expect(await store.measuresOf('a', { from: T - 26 * HOUR, to: T + HOUR + 1 })).toEqual({
        stepMs: HOUR,
        measures: [
          { at: T, tookMs: 15, longestMs: 20, clockDifferenceMs: -100 },
          { at: T + HOUR, tookMs: 60, longestMs: 60, clockDifferenceMs: 125 },
        ],
      })
    })

    it('by the hour of a short time that is so long ago that its minutes are forgotten', async () => {
      const { store } = await openNew()
      await store.addRound(seenRound(T, { a: 'healthy' }))
      await store.addRound(seenRound(T + 49 * HOUR, { a: 'healthy' }))
      const { stepMs, measures } = await store.measuresOf('a', { from: T, to: T + HOUR - 1 })
      expect([stepMs, measures.map(({ at }) => at)]).toEqual([HOUR, [T]])
    })

    it('again after the store was closed and opened', async () => {
      const { open, store } = await openNew()
      await store.addRound(seenRound(T, { a: 'healthy' }))
      await store.addRound(seenRound(T + 30_000, { a: 'unreachable' }))
      const before = await keptIn(store, 'a')
      expect(before.minutes.measures).toHaveLength(1)
      await store.close()
      const again = createWatchStore(await open())
      expect(await keptIn(again, 'a')).toEqual(before)
      await again.addRound(seenRound(T + 60_000, { a: 'unreachable' }))
      expect((await spansIn(again, ['a']))['a']).toEqual([
        [0, 30_000, 'healthy'],
        [30_000, 60_000, 'unreachable'],
      ])
    })

    it('without anything of a round that failed, at whichever statement', async () => {
      const open = await newDatabase()
      const driver = await open()
      const store = createWatchStore(driver)
      await store.addRound(seenRound(T, { a: 'healthy', b: 'healthy' }))
      const before = await keptIn(store, 'a')
      // Over an hour later, so that what is old is removed in the same round.
      const round = seenRound(T + 2 * HOUR, { a: 'unreachable', b: 'healthy' })
      let failing = 0
      const weak = createWatchStore(failingAt(driver, () => failing))
      await weak.prepare()
      const hasFailed = (): Promise<boolean> =>
        weak.addRound(round).then(
          () => false,
          () => true,
        )
      for (failing = 1; await hasFailed(); failing += 1) expect(await keptIn(store, 'a')).toEqual(before)
      expect(failing).toBeGreaterThan(15)
      expect(await store.lastRoundAt()).toBe(round.at)
    })

    it('only when a round is kept as a whole, to whoever reads meanwhile', async () => {
      const open = await newDatabase()
      const driver = await open()
      const store = createWatchStore(driver)
      await store.addRound(seenRound(T, { a: 'healthy' }))
      const read = Promise.withResolvers<number | null>()
      const going = driver.transaction(async (run) => {
        await run("UPDATE kept SET at_ms = 7 WHERE name = 'round'")
        void store.lastRoundAt().then(read.resolve, read.reject)
        await new Promise((go) => setTimeout(go, 50))
        throw new Error('taken back')
      })
      await expect(going).rejects.toThrow('taken back')
      expect(await read.promise).toBe(T)
    })

    it('up to the present, when it was written by a clock that was ahead', async () => {
      const { store } = await openNew()
      const ahead = T + HOUR
      await store.addRound(seenRound(T, { a: 'healthy', gone: 'healthy' }))
      await store.addRound(seenRound(ahead - 30_000, { a: 'unreachable', gone: 'unreachable' }))
      await store.addRound(seenRound(ahead, { a: 'unreachable', gone: 'unreachable' }))
      await store.addRound(seenRound(ahead + 30_000, { a: 'healthy', gone: 'healthy' }))
      const now = ahead - 10_000
      await store.addRound(seenRound(now, { a: 'unreachable' }))
      const after = now - T
      expect(await spansIn(store, ['a', 'gone'])).toEqual({
        a: [
          [0, 0, 'healthy'],
          [HOUR - 30_000, after, 'unreachable'],
          [after, after, 'unreachable'],
        ],
        gone: [
          [0, 0, 'healthy'],
          [HOUR - 30_000, after, 'unreachable'],
        ],
      })
      expect(await store.lastRoundAt()).toBe(now)
      const { measures } = await store.measuresOf('a', { from: T, to: T + 3 * HOUR })
      expect(measures.map(({ at }) => at - T)).toEqual([0, HOUR - MINUTE])
    })
  })
})
