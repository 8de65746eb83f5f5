import { open as openFile } from 'node:fs/promises'
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { StoreInUse } from './store-in-use.ts'
import type { RunSql, SqlDriver, SqlRow, SqlValue } from './sql-driver.ts'

/** How long to wait for another process to close the file, in ms. */
const LOCK_WAIT_MS = 2000

const ours = (value: SQLOutputValue): SqlValue => {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Uint8Array) throw new Error('A column of bytes')
  return value
}

const rowOf = (row: Readonly<Record<string, SQLOutputValue>>): SqlRow =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, ours(value)]))

const open = async (path: string): Promise<DatabaseSync> => {
  const module = await import('node:sqlite').catch(() => null)
  if (module === null) throw new ConfigError('WATCH_STORE=sqlite needs Node 22.13 or newer.')
  const database = new module.DatabaseSync(path)
  try {
    database.exec(`PRAGMA busy_timeout = ${LOCK_WAIT_MS}`)
    // One process owns the file: two that watch into one file would each tell half of what happened.
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    // What was written survives the end of the process; a power cut can cost the last moments, never the file.
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = NORMAL')
    // Takes the lock now, so that a second process is told at its start.
    database.exec('BEGIN IMMEDIATE; COMMIT')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const rollBack = (database: DatabaseSync): void => {
  try {
    database.exec('ROLLBACK')
  } catch {
    // SQLite itself has rolled back, as it does where the disk is full. Older Nodes cannot be asked whether it has.
  }
}

/** Whether a file is there that may only be read, which SQLite calls by several names. */
const isReadOnly = async (path: string): Promise<boolean> => {
  try {
    await (await openFile(path, 'r+')).close()
    return false
  } catch (error) {
    return /^(?:EACCES|EPERM|EROFS)/.test(error instanceof Error ? error.message : '')
  }
}

const isInUse = (error: unknown): boolean => error instanceof Error && /locked|busy/i.test(error.message)

const whyNot = async (error: unknown, path: string): Promise<string> => {
  const message = error instanceof Error ? error.message : ''
  if (/not a database|malformed/i.test(message)) return 'is not a database of SQLite, or it is damaged'
  if (/readonly|read-only/i.test(message) || (await isReadOnly(path))) return 'cannot be written to'
  return 'cannot be opened; its folder must exist and be writable'
}

/**
 * SQLite in a file of this process alone, or in memory with the path `:memory:`.
 *
 * @throws ConfigError when the file cannot be opened.
 */
export const openSqlite = async (path: string): Promise<SqlDriver> => {
  const database = await open(path).catch(async (error: unknown) => {
    if (error instanceof ConfigError) throw error
    if (isInUse(error)) throw new StoreInUse()
    throw new ConfigError(`WATCH_STORE names a file that ${await whyNot(error, path)}.`)
  })
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  const runNow: RunSql = (sql, values = []) => {
    // By name: Nodes before 24 do not take `$1` for the first value.
    const named = Object.fromEntries(values.map((value, at) => [`$${at + 1}`, value]))
    return new Promise((resolve) => {
      resolve(prepared(sql).all(named).map(rowOf))
    })
  }
  // One connection has one transaction at a time, and what is read beside it would be what may be taken back.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
  let isOpen = true
  return {
    run: (sql, values) => inTurn(() => runNow(sql, values)),
    transaction: (work) =>
      inTurn(async () => {
        database.exec('BEGIN IMMEDIATE')
        try {
          const result = await work(runNow)
          database.exec('COMMIT')
          return result
        } catch (error) {
          rollBack(database)
          throw error
        }
      }),
    isLeader: () => Promise.resolve(true),
    close: () =>
      inTurn(() => {
        statements.clear()
        if (isOpen) database.close()
        isOpen = false
        return Promise.resolve()
      }),
  }
}
