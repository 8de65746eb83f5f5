import { describe, expect, it } from 'vitest'
import { HISTORY_KEPT_MS } from '#contract/history.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import { STORE_DATABASES } from '#gateway/testing/store-databases.ts'
import { userDecision } from '#gateway/testing/user-decision.ts'
import { forgetOld } from './retention.ts'
import { createWatchStore } from './watch-store.ts'

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 24 * HOUR
const T = 1_800_000_000_000

describe.each(STORE_DATABASES)('what $name forgets', ({ isMissing, use }) => {
  describe.skipIf(isMissing)('is', () => {
    const newDatabase = use()
    const openNew = async () => {
      const driver = await (await newDatabase())()
      const store = createWatchStore(driver)
      await store.prepare()
      const forget = (at: number, maxSpans?: number): Promise<void> =>
        driver.transaction((run) => forgetOld(run, at, maxSpans))
      const stepsOf = async (stepMs: number) =>
        (await driver.run('SELECT at_ms FROM measure WHERE step_ms = $1 ORDER BY at_ms', [stepMs])).map(
          (row) => Number(row['at_ms']) - T,
        )
      const spanEnds = async () =>
        (await driver.run('SELECT to_ms FROM span ORDER BY to_ms')).map((row) => Number(row['to_ms']) - T)
      return { store, forget, stepsOf, spanEnds }
    }

    it('every span, hour and write of a user of over 90 days ago', async () => {
      const { store, forget, stepsOf, spanEnds } = await openNew()
      for (const at of [T, T + 30_000, T + HOUR]) {
        await store.addRound(seenRound(at, { a: at === T ? 'healthy' : 'failing' }))
        await store.decisions.add(userDecision(at, `request-${at}`))
      }
      await store.addRound(seenRound(T + 2 * HOUR, { b: 'healthy' }))
      await forget(T + HISTORY_KEPT_MS)
      expect(await spanEnds()).toEqual([30_000, 30_000])
      expect(await stepsOf(HOUR)).toEqual([0, HOUR, 2 * HOUR])
      expect(await store.decisions.keptSince()).toBe(T)
      await forget(T + HISTORY_KEPT_MS + HOUR)
      expect(await spanEnds()).toEqual([])
      expect(await stepsOf(HOUR)).toEqual([HOUR, 2 * HOUR])
      expect(await store.decisions.keptSince()).toBe(T + HOUR)
      await forget(T + HISTORY_KEPT_MS + HOUR + 1)
      const kept = await store.spansOf(['a', 'b'], { from: 0, to: T + DAY })
      expect([...kept.keys()]).toEqual(['b'])
      expect(await store.decisions.keptSince()).toBeNull()
    })

    it('every minute of over two days ago, and no hour of that time', async () => {
      const { store, forget, stepsOf } = await openNew()
      for (const at of [T, T + MINUTE]) await store.addRound(seenRound(at, { a: 'healthy' }))
      await forget(T + 2 * DAY)
      expect(await stepsOf(MINUTE)).toEqual([0, MINUTE])
      await forget(T + 2 * DAY + 1)
      expect(await stepsOf(MINUTE)).toEqual([MINUTE])
      expect(await stepsOf(HOUR)).toEqual([0])
    })

    it('the oldest spans where there are too many, and never how a mirror is now', async () => {
      const { store, forget, spanEnds } = await openNew()
      for (let round = 0; round < 6; round += 1) {
        await store.addRound(
          seenRound(T + round * 30_000, { a: round % 2 === 0 ? 'healthy' : 'failing', b: 'healthy' }),
        )
      }
      expect(await spanEnds()).toHaveLength(5)
      await forget(T + DAY, 5)
      expect(await spanEnds()).toHaveLength(5)
      await forget(T + DAY, 2)
      expect(await spanEnds()).toEqual([120_000, 150_000])
      await forget(T + DAY, 0)
      const kept = await store.spansOf(['a', 'b'], { from: 0, to: T + DAY })
      expect([...kept.values()].map((spans) => spans.map(({ from }) => from - T))).toEqual(
        expect.arrayContaining([[150_000], [0]]),
      )
    })

    it('forgotten by the first round, and by one in each hour after it', async () => {
      const { store, stepsOf } = await openNew()
      await store.addRound(seenRound(T, { a: 'healthy' }))
      await store.addRound(seenRound(T + 2 * DAY, { a: 'healthy' }))
      expect(await stepsOf(MINUTE)).toEqual([0, 2 * DAY])
      // Not yet: within the hour after the round before.
      await store.addRound(seenRound(T + 2 * DAY + HOUR - 1, { a: 'healthy' }))
      expect(await stepsOf(MINUTE)).toEqual([0, 2 * DAY, 2 * DAY + HOUR - MINUTE])
      await store.addRound(seenRound(T + 2 * DAY + HOUR, { a: 'healthy' }))
      expect(await stepsOf(MINUTE)).toEqual([2 * DAY, 2 * DAY + HOUR - MINUTE, 2 * DAY + HOUR])
    })
  })
})
