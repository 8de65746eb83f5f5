import { describe, expect, it, onTestFinished } from 'vitest'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { hasPostgres, usePostgres } from '#gateway/testing/postgres-server.ts'
import { freePort } from '#gateway/testing/proxy-program.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import { userDecision } from '#gateway/testing/user-decision.ts'
import { migrate } from './migrations.ts'
import { openWatchStore } from './open-watch-store.ts'
import { openPostgres } from './postgres-driver.ts'
import { createWatchStore, type WatchStore } from './watch-store.ts'

const T = 1_800_000_000_000

const CONNECTIONS = "FROM pg_stat_activity WHERE application_name = 'mirror-console'"
const LEADERS = `SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = database
  WHERE locktype = 'advisory' AND datname = current_database()`

/** Asks again until the answer is yes; the test's own time limit ends it. */
const until = async (ask: () => Promise<boolean>): Promise<void> => {
  while (!(await ask())) await new Promise((go) => setTimeout(go, 10))
}

const open = async (url: string): Promise<WatchStore> => {
  const store = await openWatchStore({ kind: 'postgres', url })
  onTestFinished(store.close)
  return store
}

describe.skipIf(!hasPostgres())('several replicas with one PostgreSQL', () => {
  const server = usePostgres()

  const openTwo = async () => {
    const url = await server.newDatabase()
    const [one, other] = await Promise.all([open(url), open(url)])
    return { url, one, other }
  }

  /** Ends the connection that holds the lock, and waits until it is gone. */
  const endLeader = async (url: string): Promise<void> => {
    await server.query(url, `SELECT pg_terminate_backend(pid) FROM (${LEADERS}) AS leaders`)
    await until(async () => (await server.query(url, LEADERS)).length === 0)
  }

  it('have exactly one that leads, however often and by how many it is asked', async () => {
    const { url, one, other } = await openTwo()
    const third = await open(url)
    const stores = [one, other, third]
    const askAll = () => Promise.all([...stores, ...stores].map((store) => store.isLeader()))
    const first = await askAll()
    expect(first.slice(0, 3).filter(Boolean)).toHaveLength(1)
    expect(first.slice(3)).toEqual(first.slice(0, 3))
    expect(await askAll()).toEqual(first)
    // None but the leader's question leaves a connection behind.
    await until(
      async () =>
        (await server.query(url, `SELECT 1 ${CONNECTIONS} AND query LIKE '%advisory_lock%'`)).length <= 1,
    )
  })

  it('have another one that leads at its next question when the leader closes', async () => {
    const { one, other } = await openTwo()
    expect([await one.isLeader(), await other.isLeader()]).toEqual([true, false])
    await one.close()
    await until(() => other.isLeader())
    await expect(one.isLeader()).rejects.toThrow(/closed/)
    expect(await other.isLeader()).toBe(true)
  })

  it('have another one that leads when the connection of the leader is killed', async () => {
    const { url, one, other } = await openTwo()
    expect([await one.isLeader(), await other.isLeader()]).toEqual([true, false])
    await endLeader(url)
    expect([await other.isLeader(), await one.isLeader(), await other.isLeader()]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('keep the leader, or find it again, when it alone asks after its connection was killed', async () => {
    const { url, one, other } = await openTwo()
    await one.isLeader()
    await endLeader(url)
    expect([await one.isLeader(), await other.isLeader()]).toEqual([true, false])
  })

  it('see what the other one keeps', async () => {
    const { one, other } = await openTwo()
    await one.addRound(seenRound(T, { a: 'healthy' }))
    await other.addRound(seenRound(T + 30_000, { a: 'unreachable' }))
    await other.decisions.add(userDecision(T, 'r-1'))
    expect(await one.lastRoundAt()).toBe(T + 30_000)
    expect((await one.spansOf(['a'], { from: T, to: T + 1 })).get('a')).toEqual([
      { from: T, to: T + 30_000, verdict: 'healthy' },
    ])
    expect((await one.decisions.read(null, 5)).entries).toHaveLength(1)
  })

  it('may keep rounds at the same time, each as a whole', async () => {
    const { url, one, other } = await openTwo()
    const rounds = Array.from({ length: 20 }, (_none, at) =>
      seenRound(T + at, { a: at % 2 === 0 ? 'healthy' : 'failing', b: 'healthy' }),
    )
    await Promise.all(rounds.map((round, at) => (at % 3 === 0 ? one : other).addRound(round)))
    expect(await server.query(url, 'SELECT DISTINCT answers::int AS answers FROM measure')).toEqual([
      { answers: 20 },
    ])
  })

  it('may all make the tables at the same time', async () => {
    const url = await server.newDatabase()
    const stores = Array.from({ length: 5 }, () => createWatchStore(openPostgres(url)))
    for (const store of stores) onTestFinished(store.close)
    await Promise.all(stores.map((store) => store.prepare()))
    expect(await server.query(url, 'SELECT version::int AS version FROM schema_version')).toEqual([
      { version: 3 },
    ])
  })
})

describe.skipIf(!hasPostgres())('a PostgreSQL that fails', () => {
  const server = usePostgres()

  it('lets a round reject that is being written when the connection ends, and the next one be kept', async () => {
    const url = await server.newDatabase()
    const driver = openPostgres(url)
    onTestFinished(driver.close)
    const store = createWatchStore(driver)
    await store.addRound(seenRound(T, { a: 'healthy' }))
    for (const isIdle of [true, false]) {
      const broken = driver.transaction(async (run) => {
        await run('DELETE FROM kept')
        const [row] = await run('SELECT pg_backend_pid() AS pid')
        const killed = server.query(url, `SELECT pg_terminate_backend(${Number(row?.['pid'])})`)
        if (isIdle) {
          // Between two statements, so that the connection hears of its end while nobody waits for an answer.
          await killed
          await new Promise((go) => setTimeout(go, 200))
        }
        await run('SELECT pg_sleep(5)')
      })
      await expect(broken).rejects.toThrow(Error)
      expect(await store.lastRoundAt()).toBe(T)
    }
    await store.addRound(seenRound(T + 30_000, { a: 'healthy' }))
    expect(await store.lastRoundAt()).toBe(T + 30_000)
  })

  it('lets everything reject while it is stopped, and everything work once it is started again', async () => {
    const url = await server.newDatabase()
    const store = await open(url)
    expect(await store.isLeader()).toBe(true)
    await store.addRound(seenRound(T, { a: 'healthy' }))
    await server.stop()
    const range = { from: T, to: T + 30_000 }
    const all = (): readonly Promise<unknown>[] => [
      store.addRound(seenRound(T + 30_000, { a: 'healthy' })),
      store.spansOf(['a'], range),
      store.measuresOf('a', range),
      store.lastRoundAt(),
      store.decisions.add(userDecision(T, 'r-1')),
      store.decisions.read(null, 5),
      store.decisions.keptSince(),
      store.isLeader(),
    ]
    const rejected = await Promise.allSettled(all())
    expect(rejected.map(({ status }) => status)).toEqual(rejected.map(() => 'rejected'))
    await server.start()
    const fulfilled = await Promise.allSettled(all())
    expect(fulfilled.map(({ status }) => status)).toEqual(fulfilled.map(() => 'fulfilled'))
    expect(await store.isLeader()).toBe(true)
    expect((await store.spansOf(['a'], range)).get('a')).toEqual([{ ...range, verdict: 'healthy' }])
  })

  it.each([
    ['does not accept the password', (url: string) => server.guarded(url, 'wrong')],
    ['has no such database', (url: string) => `${url}_missing`],
    ['cannot be reached', async (url: string) => url.replace(/:\d+\//, `:${await freePort()}/`)],
  ])('does not stop the start where it %s; the store rejects until it is there', async (_what, spoil) => {
    const store = await open(await spoil(await server.newDatabase()))
    await expect(store.isLeader()).rejects.toThrow(Error)
    await expect(store.lastRoundAt()).rejects.toThrow(Error)
    await expect(store.addRound(seenRound(T, { a: 'healthy' }))).rejects.toThrow(Error)
  })

  it('is let in with the right password', async () => {
    const store = await open(server.guarded(await server.newDatabase(), 'right'))
    await store.addRound(seenRound(T, { a: 'healthy' }))
    expect(await store.lastRoundAt()).toBe(T)
  })

  it('does not stop the start while it is away, and gets its tables once it is there', async () => {
    const url = await server.newDatabase()
    await server.stop()
    const store = await open(url)
    await expect(store.addRound(seenRound(T, { a: 'healthy' }))).rejects.toThrow(Error)
    await server.start()
    await store.addRound(seenRound(T, { a: 'healthy' }))
    expect(await store.lastRoundAt()).toBe(T)
  })

  it('stops the start where a newer version has written it', async () => {
    const url = await server.newDatabase()
    const driver = openPostgres(url)
    onTestFinished(driver.close)
    await migrate(
      driver,
      Array.from({ length: 99 }, () => []),
    )
    await expect(openWatchStore({ kind: 'postgres', url })).rejects.toThrow(ConfigError)
    await driver.close()
    await until(
      async () =>
        (await server.query(url, `SELECT 1 ${CONNECTIONS} AND datname = current_database()`)).length === 0,
    )
  })
})
