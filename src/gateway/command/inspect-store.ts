import { constants, existsSync, statSync } from 'node:fs'
import { access, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { errorCode } from '#gateway/upstream/network-error.ts'
import { readSchemaVersion, SCHEMA_VERSION } from '#gateway/watch/store/migrations.ts'
import { openPostgres } from '#gateway/watch/store/postgres-driver.ts'
import type { SqlDriver } from '#gateway/watch/store/sql-driver.ts'
import { openSqlite } from '#gateway/watch/store/sqlite-driver.ts'
import { StoreInUse } from '#gateway/watch/store/store-in-use.ts'
import type { WatchStoreAddress } from '#gateway/watch/watch-settings.ts'
import { connectionTrouble } from './connection-trouble.ts'
import { type Finding, note, ok, wrong } from './finding.ts'

/** A store as it was found, unchanged. */
export type InspectedStore = {
  readonly kind: WatchStoreAddress['kind']
  /** What it takes on disk; `null` where it takes nothing, or it is not known. */
  readonly bytes: number | null
  readonly finding: Finding
}

const versionFinding = (version: number | null): Finding => {
  if (version === null)
    return ok('WATCH_STORE can be opened. It is empty: the console makes its tables at its start.')
  if (version > SCHEMA_VERSION) {
    return wrong(
      'WATCH_STORE was written by a newer version of Mirror Console. Start that version, or name another store.',
    )
  }
  return version < SCHEMA_VERSION
    ? ok(
        'WATCH_STORE can be opened. It is of an older version: the console brings it up to date at its start. Copy it before.',
      )
    : ok('WATCH_STORE can be opened, and is of this version.')
}

const sizeOf = (path: string): number =>
  [path, `${path}-wal`].reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0)

/** Whether a file is a database of SQLite that the console never opened: it would have switched it to a log of writes (WAL). */
const isOfAnotherProgram = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(20), 0, 20, 0)
    return bytesRead === 20 && buffer.toString('latin1', 0, 16) === 'SQLite format 3\0' && buffer[18] !== 2
  } finally {
    await file.close()
  }
}

const inspectSqlite = async (path: string): Promise<InspectedStore> => {
  const kind = 'sqlite'
  if (!existsSync(path)) {
    // Not made here: the account that checks may be another one than the one that runs the console.
    const isUsable = await access(dirname(path), constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    )
    const finding = isUsable
      ? ok('WATCH_STORE names a file that is not there yet: the console makes it at its start.')
      : wrong(
          'WATCH_STORE names a file in a folder that does not exist or cannot be written to by this account.',
        )
    return { kind, bytes: null, finding }
  }
  const bytes = sizeOf(path)
  if (bytes === 0) return { kind, bytes, finding: versionFinding(null) }
  try {
    if (await isOfAnotherProgram(path)) {
      return {
        kind,
        bytes,
        finding: wrong('WATCH_STORE names a database of another program. Name another file.'),
      }
    }
    const driver = await openSqlite(path)
    try {
      return { kind, bytes, finding: versionFinding(await readSchemaVersion(driver)) }
    } finally {
      await driver.close()
    }
  } catch (error) {
    const words =
      error instanceof ConfigError ? error.message : 'WATCH_STORE names a file that cannot be read.'
    const finding =
      error instanceof StoreInUse
        ? note(
            'WATCH_STORE is in use by another process, as it should be while the console runs. No second process can use it.',
          )
        : wrong(words)
    return { kind, bytes, finding }
  }
}

/** What PostgreSQL says by its own codes. */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': 'the server refuses this user or password.',
  '28000': 'the server refuses this user, or where it comes from.',
  '3D000': 'the server has no database of this name. Create it.',
  '42501': 'this user lacks a right in the database.',
}

const postgresTrouble = (error: unknown): string =>
  REFUSALS[errorCode(error) ?? ''] ?? connectionTrouble(error)

const postgresSize = async (driver: SqlDriver): Promise<number | null> => {
  const [row] = await driver.run('SELECT pg_database_size(current_database()) AS bytes')
  return Number(row?.['bytes'] ?? 0)
}

const inspectPostgres = async (url: string): Promise<InspectedStore> => {
  const kind = 'postgres'
  const driver = openPostgres(url)
  try {
    const bytes = await postgresSize(driver)
    return { kind, bytes, finding: versionFinding(await readSchemaVersion(driver)) }
  } catch (error) {
    return { kind, bytes: null, finding: wrong(`WATCH_STORE cannot be opened: ${postgresTrouble(error)}`) }
  } finally {
    await driver.close()
  }
}

/** Looks at the store that the settings name. It makes nothing and brings nothing up to date. */
export const inspectStore = async (address: WatchStoreAddress | null): Promise<InspectedStore> => {
  if (address?.kind === 'sqlite') return inspectSqlite(address.path)
  if (address?.kind === 'postgres') return inspectPostgres(address.url)
  const finding = note('WATCH_STORE is memory: what the watch saw is gone when the console ends.')
  return { kind: address?.kind ?? 'memory', bytes: null, finding }
}
