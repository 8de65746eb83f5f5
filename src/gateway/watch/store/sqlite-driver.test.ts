import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startWriter } from '#gateway/testing/killed-writer.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import { temporaryFolder } from '#gateway/testing/temporary-folder.ts'
import { openSqlite } from './sqlite-driver.ts'
import { createWatchStore } from './watch-store.ts'

const KILLS = 40
const MIRRORS = ['a', 'b', 'c']
const ALL = { from: 0, to: Number.MAX_SAFE_INTEGER }

/** What a file holds from a time on: the times of the rounds by each mirror's spans, and what the tables count. */
const readFile = async (path: string, from = 0) => {
  const driver = await openSqlite(path)
  try {
    const store = createWatchStore(driver)
    const spans = await store.spansOf(MIRRORS, { ...ALL, from })
    const rounds = MIRRORS.map((id) => (spans.get(id) ?? []).map((span) => span.from))
    const counts = await driver.run(
      'SELECT mirror_id, SUM(answers) AS answers FROM measure GROUP BY step_ms, mirror_id',
    )
    return {
      rounds,
      answers: counts.map((row) => row['answers']),
      check: await driver.run('PRAGMA integrity_check'),
    }
  } finally {
    await driver.close()
  }
}

describe('a file of SQLite', () => {
  it(
    `loses no round that was kept, and holds every round as a whole, when its process is killed ${KILLS} times`,
    { timeout: 300_000 },
    async () => {
      const path = join(temporaryFolder(), 'watch.db')
      const kept: number[] = []
      // Some wait already, so that the next can begin when one was killed.
      const writers = [startWriter(path), startWriter(path)]
      for (let kills = 0; kills < KILLS; kills += 1) {
        writers.push(startWriter(path))
        const writer = writers.shift()
        writer?.go()
        // One of four is killed while it opens the file, which heals what the one before left.
        if (kills % 4 !== 0) await writer?.hasWritten
        await wait(Math.random() * 20)
        const told = (await writer?.kill()) ?? []
        kept.push(...told)
        const [first = [], ...others] = (await readFile(path, kept.at(-1 - told.length) ?? 0)).rounds
        for (const at of told) expect(first).toContain(at)
        for (const other of others) expect(other).toEqual(first)
      }
      const { rounds, answers, check } = await readFile(path)
      expect(check).toEqual([{ integrity_check: 'ok' }])
      const [first = []] = rounds
      expect(kept.length).toBeGreaterThan(KILLS / 2)
      expect(first).toEqual(expect.arrayContaining(kept))
      for (const round of rounds) expect(round).toEqual(first)
      // By the minute and by the hour, of each mirror.
      expect(answers).toEqual(Array.from({ length: 2 * MIRRORS.length }, () => first.length))
    },
  )

  it('refuses a round where the disk is full, still tells the earlier ones, and goes on when there is room', async () => {
    const path = join(temporaryFolder(), 'watch.db')
    const driver = await openSqlite(path)
    onTestFinished(() => driver.close())
    const store = createWatchStore(driver)
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_none, at) => [`mirror ${at}`, 'healthy'] as const),
    )
    await store.addRound(seenRound(1_000_000, { a: 'healthy' }))
    const [pages] = await driver.run('PRAGMA page_count')
    await driver.run(`PRAGMA max_page_count = ${Number(pages?.['page_count'])}`)
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(store.addRound(seenRound(1_030_000, many))).rejects.toThrow(/full/)
      expect(await store.lastRoundAt()).toBe(1_000_000)
      expect([...(await store.spansOf(['a', 'mirror 1'], ALL)).keys()]).toEqual(['a'])
    }
    await driver.run('PRAGMA max_page_count = 100000')
    await store.addRound(seenRound(1_060_000, { ...many, a: 'unreachable' }))
    expect((await store.spansOf(['a', 'mirror 499'], ALL)).get('a')).toEqual([
      { from: 1_000_000, to: 1_060_000, verdict: 'healthy' },
      { from: 1_060_000, to: 1_060_000, verdict: 'unreachable' },
    ])
    expect(await driver.run('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })

  it('rejects everything once it is closed, which may be said twice', async () => {
    const driver = await openSqlite(':memory:')
    const store = createWatchStore(driver)
    await store.prepare()
    const last = store.addRound(seenRound(5, { a: 'healthy' }))
    await store.close()
    await store.close()
    await expect(last).resolves.toBeUndefined()
    await expect(store.addRound(seenRound(6, { a: 'healthy' }))).rejects.toThrow(/not open/)
    await expect(store.lastRoundAt()).rejects.toThrow(/not open/)
  })

  it('runs transactions one after the other, and the next one after one that failed', async () => {
    const driver = await openSqlite(':memory:')
    onTestFinished(() => driver.close())
    await driver.run('CREATE TABLE seen (id BIGINT PRIMARY KEY)')
    const add = (id: number) =>
      driver.transaction(async (run) => {
        await run('INSERT INTO seen (id) VALUES ($1)', [id])
        await wait(5)
        if (id === 2) throw new Error('taken back')
      })
    const results = await Promise.allSettled([1, 2, 3].map(add))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await driver.run('SELECT id FROM seen ORDER BY id')).toEqual([{ id: 1 }, { id: 3 }])
  })
})
