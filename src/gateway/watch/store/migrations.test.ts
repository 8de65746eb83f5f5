import { describe, expect, it } from 'vitest'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import { STORE_DATABASES } from '#gateway/testing/store-databases.ts'
import { migrate } from './migrations.ts'
import { createWatchStore } from './watch-store.ts'

const FIRST = ['CREATE TABLE thing (id BIGINT PRIMARY KEY)', 'INSERT INTO thing (id) VALUES (1)']
const SECOND = ['ALTER TABLE thing ADD COLUMN name TEXT', "UPDATE thing SET name = 'old'"]
const BROKEN = ['INSERT INTO thing (id) VALUES (3)', 'INSERT INTO nowhere (id) VALUES (4)']

describe.each(STORE_DATABASES)('the tables of the watch in $name', ({ isMissing, use }) => {
  describe.skipIf(isMissing)('are brought up to date', () => {
    const newDatabase = use()
    const openNew = async () => (await newDatabase())()

    it('from an empty database', async () => {
      const driver = await openNew()
      await migrate(driver)
      const store = createWatchStore(driver)
      await store.addRound(seenRound(5, { a: 'healthy' }))
      expect(await store.lastRoundAt()).toBe(5)
    })

    it('from those of an older version, by the steps that it lacks alone, with what they held', async () => {
      const driver = await openNew()
      await migrate(driver, [FIRST])
      await driver.run('INSERT INTO thing (id) VALUES (2)')
      await migrate(driver, [FIRST, SECOND])
      expect(await driver.run('SELECT id, name FROM thing ORDER BY id')).toEqual([
        { id: 1, name: 'old' },
        { id: 2, name: 'old' },
      ])
      expect(await driver.run('SELECT version FROM schema_version')).toEqual([{ version: 2 }])
    })

    it('once: a second time changes nothing', async () => {
      const driver = await openNew()
      await migrate(driver, [FIRST, SECOND])
      await migrate(driver, [FIRST, SECOND])
      expect(await driver.run('SELECT id FROM thing')).toEqual([{ id: 1 }])
      expect(await driver.run('SELECT version FROM schema_version')).toEqual([{ version: 2 }])
    })

    it('all of the way or not at all', async () => {
      const driver = await openNew()
      await migrate(driver, [FIRST])
      await expect(migrate(driver, [FIRST, SECOND, BROKEN])).rejects.toThrow(/nowhere/)
      expect(await driver.run('SELECT * FROM thing')).toEqual([{ id: 1 }])
      expect(await driver.run('SELECT version FROM schema_version')).toEqual([{ version: 1 }])
      await migrate(driver, [FIRST, SECOND])
      expect(await driver.run('SELECT * FROM thing')).toEqual([{ id: 1, name: 'old' }])
    })

    it('never from those of a newer version, which stay as they are', async () => {
      const driver = await openNew()
      await migrate(driver, [FIRST, SECOND])
      await expect(migrate(driver, [FIRST])).rejects.toThrow(ConfigError)
      await expect(migrate(driver, [FIRST])).rejects.toThrow(
        'WATCH_STORE was written by a newer version of Mirror Console. Start that version, or name another store.',
      )
      expect(await driver.run('SELECT version FROM schema_version')).toEqual([{ version: 2 }])
    })
  })
})
