import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openPostgres } from '#gateway/watch/store/postgres-driver.ts'
import type { SqlDriver } from '#gateway/watch/store/sql-driver.ts'
import { openSqlite } from '#gateway/watch/store/sqlite-driver.ts'
import { hasPostgres, usePostgres } from './postgres-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Opens one database, which is empty the first time; a driver that is still open is closed after the test. */
export type OpenDatabase = () => Promise<SqlDriver>

/** A kind of database that the watch keeps its store in. */
export type StoreDatabase = {
  readonly name: string
  readonly isMissing: boolean
  /** For a suite: what makes an empty database of its own for a test. */
  readonly use: () => () => Promise<OpenDatabase>
}

const closing = (driver: SqlDriver): SqlDriver => {
  onTestFinished(() => driver.close())
  return driver
}

/** Both; what is promised of the store is promised of each. */
export const STORE_DATABASES: readonly StoreDatabase[] = [
  {
    name: 'SQLite',
    isMissing: false,
    use: () => () => {
      const path = join(temporaryFolder(), 'watch.db')
      return Promise.resolve(async () => closing(await openSqlite(path)))
    },
  },
  {
    name: 'PostgreSQL',
    isMissing: !hasPostgres(),
    use: () => {
      const server = usePostgres()
      return async () => {
        const url = await server.newDatabase()
        return () => Promise.resolve(closing(openPostgres(url)))
      }
    },
  },
]
