import { describe, expect, it } from 'vitest'
import type { Silence } from '#contract/silences.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import { STORE_DATABASES } from '#gateway/testing/store-databases.ts'
import { migrate } from './migrations.ts'
import { createWatchStore } from './watch-store.ts'

const T = 1_800_000_000_000

const silence = (mirrorId: string, until: number, more: Partial<Silence> = {}): Silence => ({
  mirrorId,
  until,
  note: 'New disk',
  by: 'Ada Müller',
  isNamed: true,
  at: T - 1000,
  ...more,
})

describe.each(STORE_DATABASES)('the silences in $name', ({ isMissing, use }) => {
  describe.skipIf(isMissing)('are kept', () => {
    const newDatabase = use()
    const openNew = async () => {
      const open = await newDatabase()
      const store = createWatchStore(await open())
      const ids = async (now = T) => (await store.silences.active(now)).map(({ mirrorId }) => mirrorId)
      return { store, silences: store.silences, ids }
    }

    it('as they were made, whatever is in a note, one for each mirror', async () => {
      const { silences } = await openNew()
      const odd = silence("B1'--", T + 1, { note: "'; DROP TABLE silence; -- 🦊 $1", isNamed: false })
      await silences.put(silence("B1'--", T + 9))
      await silences.put(odd)
      expect(await silences.active(T)).toEqual([odd])
    })

    it('until they end', async () => {
      const { silences, ids } = await openNew()
      await silences.put(silence('a', T))
      await silences.put(silence('b', T + 1))
      expect(await ids()).toEqual(['b'])
      expect(await ids(T - 1)).toEqual(['a', 'b'])
      expect(await ids(T + 1)).toEqual([])
    })

    it('until they are ended early; one that is not there may be ended too', async () => {
      const { silences, ids } = await openNew()
      await silences.put(silence('a', T + 1))
      await silences.remove('a')
      await silences.remove('a')
      expect(await ids()).toEqual([])
    })

    it('as long as the mirror is there, and for one that joined after the list was read', async () => {
      const { silences, ids } = await openNew()
      await silences.put(silence('stays', T + 1))
      await silences.put(silence('gone', T + 1))
      await silences.put(silence('new', T + 1, { at: T }))
      await silences.keepOnly(['stays', 'other'], T)
      expect(await ids()).toEqual(['new', 'stays'])
    })

    it('no longer than they matter', async () => {
      const { store, silences, ids } = await openNew()
      await silences.put(silence('old', T - 1))
      await silences.put(silence('now', T + 1))
      await store.addRound(seenRound(T, { old: 'healthy' }))
      expect(await ids(0)).toEqual(['now'])
    })

    it('in a database that an older version made, with what it held', async () => {
      const open = await newDatabase()
      const driver = await open()
      await migrate(driver)
      await driver.run('DROP TABLE silence')
      await driver.run('UPDATE schema_version SET version = 2')
      const store = createWatchStore(driver)
      await store.silences.put(silence('a', T + 1))
      expect(await store.silences.active(T)).toHaveLength(1)
    })
  })
})
