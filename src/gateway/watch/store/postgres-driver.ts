import { Client, type ClientBase, type ClientConfig, type CustomTypesConfig, Pool, types as usual } from 'pg'
import type { RunSql, SqlDriver, SqlRow } from './sql-driver.ts'

/** Numbers of PostgreSQL's advisory locks: of those who may watch, and of those who write. Any two that stay the same. */
const LEADER_LOCK = 7_991_001
const WRITE_LOCK = 7_991_002

/** Connections, beside the one that holds the lock. */
const CONNECTIONS = 4

/** How long connecting and one statement may take, in ms. */
const CONNECT_MS = 5000
const STATEMENT_MS = 10_000

/** Counts and times are far below 2^53, so they are read as numbers. */
const types: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === usual.builtins.INT8 ? (text: string) => Number(text) : usual.getTypeParser(oid, format),
}

/**
 * Lets the server notice within about half a minute that the host of the leader is gone without a farewell, and give the
 * lock to another one; by itself it takes two hours.
 */
const NOTICE_LOSS =
  'SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3'

const ignore = (): void => undefined

const runOn =
  (client: Pick<ClientBase | Pool, 'query'>): RunSql =>
  async (sql, values = []) => {
    const { rows } = await client.query<SqlRow>(sql, [...values])
    return rows
  }

/**
 * The lock that one of several replicas holds for as long as its connection lives. It is asked for anew each time, so
 * that another replica takes over when the one that held it is gone.
 */
const createLeadership = (settings: ClientConfig) => {
  let holder: Client | null = null
  let asking: Promise<boolean> | null = null
  let isClosed = false
  const drop = async (client: Client): Promise<void> => {
    if (holder === client) holder = null
    await client.end().catch(() => undefined)
  }
  const stillHolds = async (client: Client): Promise<boolean> => {
    try {
      await client.query('SELECT 1')
      return holder === client
    } catch {
      // Nobody waits for the farewell: a server that is silent would never answer it.
      void drop(client)
      return false
    }
  }
  const takeLock = async (): Promise<boolean> => {
    if (isClosed) throw new Error('The store is closed')
    const client = new Client(settings)
    // The lock ends with the connection; the next call asks for it again.
    client.on('error', () => void drop(client))
    try {
      await client.connect()
      const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [
        LEADER_LOCK,
      ])
      if (rows[0]?.held === true) {
        // A server that knows no such settings goes without.
        await client.query(NOTICE_LOSS).catch(ignore)
        holder = client
        return true
      }
    } catch (error) {
      void drop(client)
      throw error
    }
    void drop(client)
    return false
  }
  const ask = async (): Promise<boolean> => (holder !== null && (await stillHolds(holder))) || takeLock()
  return {
    isLeader: (): Promise<boolean> => {
      // Two questions at the same time would ask the server for two locks, of which it gives one.
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
    close: async () => {
      isClosed = true
      await asking?.catch(() => undefined)
      if (holder !== null) await drop(holder)
    },
  }
}

/** PostgreSQL at an address, which may be away: connections are made when they are needed. */
export const openPostgres = (url: string): SqlDriver => {
  const settings = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: STATEMENT_MS,
    application_name: 'mirror-console',
    types,
  }
  const pool = new Pool({ ...settings, max: CONNECTIONS })
  // A connection that breaks while it is idle is replaced by the next statement.
  pool.on('error', ignore)
  const leadership = createLeadership(settings)
  let closing: Promise<unknown> | null = null
  return {
    run: runOn(pool),
    transaction: async (work) => {
      const client = await pool.connect()
      // The statement that runs rejects; without a listener, the end of the connection would be that of the process.
      client.on('error', ignore)
      const run = runOn(client)
      try {
        await run('BEGIN')
        // Two replicas at their first start would both make the tables.
        await run('SELECT pg_advisory_xact_lock($1)', [WRITE_LOCK])
        const result = await work(run)
        await run('COMMIT')
        client.off('error', ignore)
        client.release()
        return result
      } catch (error) {
        // A connection in an unknown state is not used again. Its listener stays: it may break until it is closed.
        client.release(true)
        throw error
      }
    },
    isLeader: leadership.isLeader,
    close: () => {
      closing ??= Promise.all([leadership.close(), pool.end()])
      return closing.then(ignore)
    },
  }
}
